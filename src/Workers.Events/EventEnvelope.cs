namespace Workers.Events;

/// <summary>What EventBridge says about an event, as far as a handler may want it.</summary>
/// <param name="Id">EventBridge's own id. A publish that was tried twice has two; the idempotency key is <see cref="EventMetadata.EventId"/>.</param>
/// <param name="Name">Source and detail-type, as they arrived: before any upcaster.</param>
/// <param name="Time">When the event was put on the bus, or what the producer gave as its time.</param>
public sealed record EventEnvelope(string Id, EventName Name, DateTimeOffset Time);
