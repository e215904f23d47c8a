namespace Workers.Events.Publishing;

/// <summary>Puts events on the bus.</summary>
public interface IEventPublisher
{
    /// <summary>
    /// Publishes every event, ten to a call. Entries that EventBridge refuses are sent again, and only those, with the same
    /// event id; returning means that EventBridge took each one. Published events may be published again: consumers tell by the event id.
    /// </summary>
    /// <exception cref="EventTooLargeException">One of the events is larger than EventBridge takes; none was published.</exception>
    /// <exception cref="PublishFailedException">Some entries were not taken; the others were.</exception>
    Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken);
}
