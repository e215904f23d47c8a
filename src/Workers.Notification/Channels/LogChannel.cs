namespace Workers.Notification.Channels;

/// <summary>Writes a line to the log: what people see who have set up no other channel.</summary>
internal sealed partial class LogChannel(ILogger<LogChannel> logger) : IChannel
{
    public string Name => ChannelNames.Log;

    public Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        LogNotification(notification.NotificationId, notification.Draft.Recipient, notification.Draft.Subject);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Notification {NotificationId} to {Recipient}: {Subject}")]
    private partial void LogNotification(string notificationId, string recipient, string subject);
}
