namespace Workers.Events.Reading;

/// <summary>An event as read from a message's body: upcast to its newest shape and within its ranges.</summary>
/// <param name="Envelope">What EventBridge said about it.</param>
/// <param name="Metadata">Who it is and what it came from; always has an event id.</param>
/// <param name="Detail">The detail in its newest shape.</param>
public sealed record ReceivedEvent(EventEnvelope Envelope, EventMetadata Metadata, IEventDetail Detail);
