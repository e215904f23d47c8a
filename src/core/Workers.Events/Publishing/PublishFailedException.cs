namespace Workers.Events.Publishing;

/// <summary>EventBridge did not take some entries.</summary>
/// <param name="message">How many of how many, and EventBridge's error codes; no payload.</param>
/// <param name="notTaken">The events that are not on the bus.</param>
/// <param name="innerException">The last call's error, where the call itself failed.</param>
public sealed class PublishFailedException(
    string message,
    IReadOnlyList<OutgoingEvent> notTaken,
    Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The events that are not on the bus.</summary>
    public IReadOnlyList<OutgoingEvent> NotTaken { get; } = notTaken;
}
