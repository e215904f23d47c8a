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
        if (!TryReadRecipient(draft.Recipient, out var recipient))
        {
            throw new UndeliverableException("The recipient is not exactly one mail address.");
        }

        var mail = new MimeMessage
        {
            Date = date,
            MessageId = $"{MessageId.Of(notification)}@notifications",
            From = { MailboxAddress.Parse(OneFullAddress, from) },
            To = { recipient },
            Subject = draft.Subject,
            Headers = { { IdempotencyKey.Header, IdempotencyKey.Of(notification) } },
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

    /// <summary>
    /// Whether the text is a mail address and nothing else. A parser that leaves out a space or a comment would send to another address
    /// than the record tells.
    /// </summary>
    public static bool TryReadRecipient(string? text, [NotNullWhen(true)] out MailboxAddress? address) =>
        TryReadAddress(text, out address) && address.Address == text && !text.Any(char.IsControl);
}
