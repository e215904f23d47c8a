using MailKit.Security;

namespace Workers.Notification.Channels;

/// <summary>The mail server. Bound from <c>Workers:Notification:Channels:smtp</c>.</summary>
public sealed class SmtpChannelOptions
{
    /// <summary>The server's host name.</summary>
    public string Host { get; set; } = "localhost";

    /// <summary>The server's port.</summary>
    /// <value>25. Servers that want a password usually listen on 587.</value>
    public int Port { get; set; } = 25;

    /// <summary>How the connection is encrypted.</summary>
    /// <value>
    /// <c>None</c>. <c>StartTls</c> insists on it (port 587 by custom), <c>StartTlsWhenAvailable</c> does not, <c>SslOnConnect</c> encrypts from the
    /// first byte (port 465), <c>Auto</c> decides by the port.
    /// </value>
    public SecureSocketOptions Tls { get; set; } = SecureSocketOptions.None;

    /// <summary>Who logs in; null for a server that asks nobody.</summary>
    public string? UserName { get; set; }

    /// <summary>The password. Never logged; belongs in a secret, not in a file.</summary>
    public string? Password { get; set; }

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "shop@company.example";
}
