using Workers.Events;

namespace Workers.Engine.Handling;

/// <summary>An event and the circumstances of its delivery.</summary>
/// <typeparam name="TEvent">The event's detail.</typeparam>
/// <param name="Detail">What happened, in the newest version of its shape.</param>
/// <param name="Metadata">Who this event is and what it came from.</param>
/// <param name="Envelope">What EventBridge said about it.</param>
/// <param name="Delivery">How it reached the handler.</param>
public sealed record EventMessage<TEvent>(TEvent Detail, EventMetadata Metadata, EventEnvelope Envelope, Delivery Delivery)
    where TEvent : IEventDetail
{
    /// <summary>When the fact happened: the detail's own time, else the envelope's.</summary>
    public DateTimeOffset OccurredAt => Detail.OccurredAt ?? Envelope.Time;
}

/// <summary>One receive of one message, as a handler may want to know it.</summary>
/// <param name="HandlerName">The handler's name, unique in the fleet: the first half of every idempotency key.</param>
/// <param name="MessageId">SQS's id: the same for redeliveries, another for duplicates of the event.</param>
/// <param name="ReceiveCount">How often SQS handed the message out, this time included. Not a count of failures.</param>
/// <param name="FirstReceivedAt">When SQS first handed it out.</param>
/// <param name="Lease">Our right to handle it.</param>
public sealed record Delivery(
    string HandlerName, string MessageId, int ReceiveCount, DateTimeOffset FirstReceivedAt, IMessageLease Lease);
