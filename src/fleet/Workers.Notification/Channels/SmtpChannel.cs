using System.Text;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Workers.Notification.Channels;

/// <summary>
/// Sends a mail. Mail servers know no idempotency key: a crash after the server's yes sends the mail again, with the same
/// <c>Message-ID</c>, by which some mailboxes drop the repeat.
/// </summary>
internal sealed class SmtpChannel(IOptions<SmtpChannelOptions> options, TimeProvider time) : IChannel
{
    public string Name => ChannelNames.Smtp;

    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var mail = Mail.Of(notification, options.Value.From, time.GetUtcNow());
        using var client = new SmtpClient
        {
            // Lists of revoked certificates are fetched over plain HTTP, which a worker's network policy does not let out.
            CheckCertificateRevocation = false,
        };
        await client.ConnectAsync(options.Value.Host, options.Value.Port, options.Value.Tls, cancellationToken);
        if (options.Value.UserName is { } userName)
        {
            await client.AuthenticateAsync(userName, options.Value.Password ?? "", cancellationToken);
        }

        await SendAsync(client, mail, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);   // fails at nothing: the mail is taken
    }

    /// <summary>Sends, and tells what the server refuses for good from what may go well another time.</summary>
    private static async Task SendAsync(SmtpClient client, MimeMessage mail, CancellationToken cancellationToken)
    {
        var international = mail.To.Mailboxes.Any(address => !Ascii.IsValid(address.LocalPart));
        if (international && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            throw new UndeliverableException("The recipient's address needs SMTPUTF8, which the mail server does not have.");
        }

        try
        {
            await client.SendAsync(new FormatOptions { International = international }, mail, cancellationToken);
        }
        catch (SmtpCommandException exception) when (IsFinal(exception))
        {
            // Without the server's words: they often repeat the address.
            throw new UndeliverableException($"The mail server refused it with {(int)exception.StatusCode}: {exception.ErrorCode}.");
        }
    }

    // A sender that the server refuses is wrong for every mail: that is for the channel to rest on, until someone mends the setting.
    private static bool IsFinal(SmtpCommandException exception) =>
        (int)exception.StatusCode >= 500
        && exception.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
}
