namespace Workers.Notification.Channels;

/// <summary>Where notifications are posted. Bound from <c>Workers:Notification:Channels:webhook</c>.</summary>
public sealed class WebhookChannelOptions
{
    /// <summary>An absolute http or https address. Redirections are not followed: they would turn the POST into a GET.</summary>
    public Uri? Url { get; set; }

    /// <summary>
    /// What requests are signed with: 24 to 64 random bytes in base64, with or without <c>whsec_</c> before them. Never logged; belongs in a
    /// secret, not in a file.
    /// </summary>
    /// <value>Null: requests are not signed, and the start says so.</value>
    public string? Secret { get; set; }

    /// <summary>
    /// The secret before this one, with which requests are signed as well. Set it while the receiver changes from it to <see cref="Secret"/>.
    /// </summary>
    /// <value>Null.</value>
    public string? PreviousSecret { get; set; }

    /// <summary>The secrets that are set, the newest first.</summary>
    internal IEnumerable<string> Secrets => new[] { Secret, PreviousSecret }.Where(secret => !string.IsNullOrEmpty(secret)).OfType<string>();
}
