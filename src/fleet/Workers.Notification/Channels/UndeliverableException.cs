namespace Workers.Notification.Channels;

/// <summary>
/// A notification that no retry can deliver: it cannot be written for this channel, or the other side refused it for good. It says nothing
/// of any other notification.
/// </summary>
/// <param name="message">Why, for the dead-letter queue.</param>
internal sealed class UndeliverableException(string message) : Exception(message);
