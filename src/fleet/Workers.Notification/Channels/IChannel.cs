namespace Workers.Notification.Channels;

/// <summary>A way to reach people.</summary>
internal interface IChannel
{
    /// <summary>The channel's name in configuration, in the notifications table and in Notification Sent.</summary>
    string Name { get; }

    /// <summary>
    /// Delivers one notification and returns when the other side has said yes. May be asked again for the same one, after a crash
    /// in between: the notification's id is the same then.
    /// </summary>
    /// <exception cref="UndeliverableException">It can never be delivered.</exception>
    /// <exception cref="ChannelDownException">Not now.</exception>
    Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken);
}
