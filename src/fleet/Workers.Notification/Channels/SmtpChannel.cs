using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace Workers.Notification.Channels;

/// <summary>
/// Sends a mail. Mail servers know no idempotency key: a crash after the server's yes sends the mail again, with the same
/// <c>Message-ID</c>, by which some mailboxes drop the repeat.
/// </summary>
internal sealed class SmtpChannel(IOptions<SmtpChannelOptions> options) : IChannel
{
    public string Name => ChannelNames.Smtp;

    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var mail = Compose(notification);
        using var client = new SmtpClient(options.Value.Host, options.Value.Port) { EnableSsl = options.Value.Tls };
        if (options.Value.UserName is { } userName)
        {
            client.Credentials = new System.Net.NetworkCredential(userName, options.Value.Password);
        }

        await client.SendMailAsync(mail, cancellationToken);
    }

    private MailMessage Compose(OutgoingNotification notification)
    {
        var draft = notification.Draft;
        if (!MailAddress.TryCreate(draft.Recipient, out var recipient))
        {
            throw new UndeliverableException("The recipient is not a mail address.");
        }

        return new MailMessage(new MailAddress(options.Value.From), recipient)
        {
            Subject = draft.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = draft.Body,
            BodyEncoding = Encoding.UTF8,
            Priority = draft.Urgent ? MailPriority.High : MailPriority.Normal,
            Headers = { ["Message-ID"] = $"<{MessageId.Of(notification)}@notifications>" },
        };
    }
}
