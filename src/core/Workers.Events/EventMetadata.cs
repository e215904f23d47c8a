namespace Workers.Events;

/// <summary>What travels in <c>detail.metadata</c>: who this event is and what it came from.</summary>
/// <param name="EventId">The idempotency key: one per fact, however often it is published or delivered.</param>
/// <param name="CorrelationId">Carried unchanged along a chain of events; an event that has none starts one with its own id.</param>
/// <param name="CausationId">The <see cref="EventId"/> of the event that caused this one; null for the first of a chain.</param>
/// <param name="TraceParent">W3C trace context of the publisher, because EventBridge carries none.</param>
/// <param name="EventVersion">The detail's version, <c>major.minor</c>.</param>
/// <param name="TaskToken">
/// The token of the task that waits for what comes of this, where a state machine asked for it. It is carried along a chain of events as
/// far as the one that answers the task, see <see cref="Reading.EventRegistryBuilder.AnswersTask"/>.
/// </param>
/// <param name="Fulfilment">How the chain's steps are led, carried along it; null where nothing says so.</param>
public sealed record EventMetadata(
    string EventId,
    string CorrelationId,
    string? CausationId = null,
    string? TraceParent = null,
    string EventVersion = "1.0",
    string? TaskToken = null,
    string? Fulfilment = null);
