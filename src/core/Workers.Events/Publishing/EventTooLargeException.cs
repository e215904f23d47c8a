namespace Workers.Events.Publishing;

/// <summary>An event is larger than EventBridge takes; nothing was published.</summary>
/// <param name="eventId">Which event.</param>
/// <param name="size">Its entry's size in bytes, as EventBridge counts.</param>
public sealed class EventTooLargeException(string eventId, int size)
    : Exception($"Event {eventId} takes {size} bytes as an entry, and EventBridge takes at most {PutEventsBatches.MostBytes}.")
{
    /// <summary>Its entry's size in bytes, as EventBridge counts.</summary>
    public int Size { get; } = size;
}
