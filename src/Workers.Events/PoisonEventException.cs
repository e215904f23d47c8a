namespace Workers.Events;

/// <summary>A body that can never be handled: unreadable, of an unknown event or version, or with a detail out of range.</summary>
/// <param name="message">The reason that goes to the dead-letter queue with the message; holds no payload.</param>
/// <param name="innerException">What the parser said.</param>
public sealed class PoisonEventException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The idempotency key, where the body could be read that far.</summary>
    public string? EventId { get; init; }
}
