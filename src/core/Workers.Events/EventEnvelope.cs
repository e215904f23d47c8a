namespace Workers.Events;

/// <summary>
/// What EventBridge says about an event, as far as a handler may want it. Its own id is not here: a publish that was tried twice
/// has two of them, and what tells events apart is <see cref="EventMetadata.EventId"/>.
/// </summary>
/// <param name="Name">Source and detail-type, as they arrived: before any upcaster.</param>
/// <param name="Time">When the event was put on the bus, or what the producer gave as its time.</param>
public sealed record EventEnvelope(EventName Name, DateTimeOffset Time);
