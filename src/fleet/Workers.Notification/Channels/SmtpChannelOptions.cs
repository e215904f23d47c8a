using MailKit.Security;

namespace Workers.Notification.Channels;

/// <summary>The mail server. Bound from <c>Workers:Notification:Channels:smtp</c>.</summary>
public sealed class SmtpChannelOptions
{
    /// <summary>The server's host name.</summary>
    public string Host { get; set; } = "localhost";

    /// <summary>The server's port.</summary>
    /// <value>25. From 1 to 65535. Servers that want a password usually listen on 587.</value>
    public int Port { get; set; } = 25;

    /// <summary>How the connection is encrypted.</summary>
    /// <value>
    /// <c>StartTls</c>: mail waits where the server cannot encrypt. <c>SslOnConnect</c> encrypts from the first byte (port 465 by custom).
    /// <c>None</c> sends in clear, for a server of this machine or of the same private network. <c>StartTlsWhenAvailable</c> and
    /// <c>Auto</c>, which decides by the port, may send in clear: whoever sits between can take the offer of encryption away. With a password
    /// only <c>StartTls</c> and <c>SslOnConnect</c> are taken.
    /// </value>
    public SecureSocketOptions Tls { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>Who logs in; null or empty for a server that asks nobody.</summary>
    public string? UserName { get; set; }

    /// <summary>The password. Never logged; belongs in a secret, not in a file.</summary>
    public string? Password { get; set; }

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "shop@company.example";
}
