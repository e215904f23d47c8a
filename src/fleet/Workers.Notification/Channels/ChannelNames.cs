namespace Workers.Notification.Channels;

/// <summary>The channels that configuration can name.</summary>
internal static class ChannelNames
{
    public const string Log = "log";
    public const string File = "file";
    public const string Webhook = "webhook";
    public const string Smtp = "smtp";
    public const string Sns = "sns";

    public static IReadOnlyList<string> All { get; } = [Log, File, Webhook, Smtp, Sns];
}
