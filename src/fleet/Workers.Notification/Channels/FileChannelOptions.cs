namespace Workers.Notification.Channels;

/// <summary>Where mail files go. Bound from <c>Workers:Notification:Channels:file</c>.</summary>
public sealed class FileChannelOptions
{
    /// <summary>The directory; made when the first file is written.</summary>
    public string Directory { get; set; } = "notifications";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "shop@company.example";
}
