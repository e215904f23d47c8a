namespace Workers.Notification.Channels;

/// <summary>A notification that no retry can deliver.</summary>
/// <param name="message">Why, for the dead-letter queue.</param>
internal sealed class UndeliverableException(string message) : Exception(message);
