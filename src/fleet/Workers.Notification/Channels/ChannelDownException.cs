namespace Workers.Notification.Channels;

/// <summary>
/// The other side did not take a notification, and may take it another time: it does not answer, is busy, or refuses us whatever we send.
/// </summary>
/// <param name="reason">Why, for the log: without addresses, words of the notification or secrets.</param>
internal sealed class ChannelDownException(string reason) : Exception(reason)
{
    /// <summary>When the other side asked us to come back; null where it did not say.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Whether it says something of other notifications too: only then does the channel's breaker count it.</summary>
    public bool IsOutage { get; init; } = true;
}
