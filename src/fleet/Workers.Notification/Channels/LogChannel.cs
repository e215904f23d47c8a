namespace Workers.Notification.Channels;

/// <summary>
/// Writes a line to the log, at Debug, since it names the recipient: what people see who develop, and have set up no other channel.
/// </summary>
internal sealed partial class LogChannel(ILogger<LogChannel> logger) : IChannel
{
    public string Name => ChannelNames.Log;

    public Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        LogNotification(notification.NotificationId, notification.Draft.Recipient, notification.Draft.Subject);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Debug, "Notification {NotificationId} to {Recipient}: {Subject}")]
    private partial void LogNotification(string notificationId, string recipient, string subject);
}
