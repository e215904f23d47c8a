using Workers.Events;

namespace Workers.Engine.Handling;

/// <summary>An event and the circumstances of its delivery.</summary>
/// <typeparam name="TEvent">The event's detail.</typeparam>
/// <param name="Detail">What happened, in the newest version of its shape.</param>
/// <param name="Metadata">Who this event is and what it came from.</param>
/// <param name="Envelope">What EventBridge said about it.</param>
/// <param name="Delivery">How it reached the handler.</param>
public sealed record EventMessage<TEvent>(
    TEvent Detail,
    EventMetadata Metadata,
    EventEnvelope Envelope,
    Delivery Delivery)
    where TEvent : IEventDetail
{
    /// <summary>When the fact happened: the detail's own time, else the envelope's.</summary>
    public DateTimeOffset OccurredAt => Detail.OccurredAt ?? Envelope.Time;
}
