namespace Workers.Notification.Channels;

/// <summary>Where notifications are posted. Bound from <c>Workers:Notification:Channels:webhook</c>.</summary>
public sealed class WebhookChannelOptions
{
    /// <summary>An absolute http or https address.</summary>
    public Uri? Url { get; set; }
}
