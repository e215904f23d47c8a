namespace Workers.Events;

/// <summary>What travels in <c>detail.metadata</c>: who this event is and what it came from.</summary>
/// <param name="EventId">The idempotency key: one per fact, however often it is published or delivered.</param>
/// <param name="CorrelationId">Carried unchanged along a chain of events; an event that has none starts one with its own id.</param>
/// <param name="CausationId">The <see cref="EventId"/> of the event that caused this one; null for the first of a chain.</param>
/// <param name="TraceParent">W3C trace context of the publisher, because EventBridge carries none.</param>
/// <param name="EventVersion">The detail's version, <c>major.minor</c>.</param>
public sealed record EventMetadata(
    string EventId,
    string CorrelationId,
    string? CausationId = null,
    string? TraceParent = null,
    string EventVersion = "1.0");
