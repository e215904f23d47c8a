namespace Workers.Events.Publishing;

/// <summary>An event ready for the bus.</summary>
/// <param name="EventId">The idempotency key that the detail's metadata carries.</param>
/// <param name="Name">Source and detail-type.</param>
/// <param name="Detail">The detail as a JSON object, its metadata included.</param>
/// <param name="Time">The envelope's time.</param>
public sealed record OutgoingEvent(string EventId, EventName Name, string Detail, DateTimeOffset Time);
