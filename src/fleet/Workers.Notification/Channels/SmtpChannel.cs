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
        try
        {
            await OpenAsync(client, cancellationToken);
            await SendAsync(client, mail, cancellationToken);
        }
        catch (Exception failure) when (SmtpFailures.IsRefusal(failure))
        {
            var answer = (SmtpCommandException)failure;
            throw new UndeliverableException($"The mail server refused it with {(int)answer.StatusCode}: {answer.ErrorCode}.");
        }
        catch (Exception failure) when (SmtpFailures.IsOutage(failure))
        {
            throw new ChannelDownException(SmtpFailures.Describe(failure));
        }

        await client.DisconnectAsync(quit: true, cancellationToken);   // fails at nothing: the mail is taken
    }

    private async Task OpenAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(options.Value.Host, options.Value.Port, options.Value.Tls, cancellationToken);
        if (options.Value.UserName is { Length: > 0 } userName)
        {
            await client.AuthenticateAsync(userName, options.Value.Password ?? "", cancellationToken);
        }
    }

    private static async Task SendAsync(SmtpClient client, MimeMessage mail, CancellationToken cancellationToken)
    {
        var international = mail.To.Mailboxes.Any(address => !Ascii.IsValid(address.LocalPart));
        if (international && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            throw new UndeliverableException("The recipient's address needs SMTPUTF8, which the mail server does not have.");
        }

        await client.SendAsync(new FormatOptions { International = international }, mail, cancellationToken);
    }
}
