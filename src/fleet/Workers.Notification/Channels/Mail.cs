using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace Workers.Notification.Channels;

/// <summary>Makes the mail of a notification: a server and a file get the same one.</summary>
internal static class Mail
{
    private static readonly ParserOptions OneFullAddress = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>Composes the mail. No text of a notification can add a header or a recipient.</summary>
    /// <exception cref="UndeliverableException">The recipient is not a mail address.</exception>
    public static MimeMessage Of(OutgoingNotification notification, string from, DateTimeOffset date)
    {
        var draft = notification.Draft;
        if (!TryReadAddress(draft.Recipient, out var recipient))
        {
            throw new UndeliverableException("The recipient is not a mail address.");
        }

        var mail = new MimeMessage
        {
            Date = date,
            MessageId = $"{MessageId.Of(notification)}@notifications",
            From = { MailboxAddress.Parse(OneFullAddress, from) },
            To = { recipient },
            Subject = draft.Subject,
            Headers = { { "Idempotency-Key", OneLine(notification.NotificationId) } },
            Body = new TextPart("plain") { Text = draft.Body },
        };
        if (draft.Urgent)
        {
            mail.Importance = MessageImportance.High;
            mail.Priority = MessagePriority.Urgent;
            mail.XPriority = XMessagePriority.Highest;
        }

        mail.Prepare(EncodingConstraint.SevenBit);   // any server and any reader takes ASCII
        return mail;
    }

    /// <summary>Whether the text is one mail address with its domain, with or without a name before it.</summary>
    public static bool TryReadAddress(string? text, [NotNullWhen(true)] out MailboxAddress? address)
    {
        address = null;
        return text is not null && MailboxAddress.TryParse(OneFullAddress, text, out address);
    }

    private static string OneLine(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)));
}
