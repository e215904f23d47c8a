using System.Globalization;
using System.Text;

namespace Workers.Notification.Channels;

/// <summary>Writes a notification as a mail file (RFC 5322). Everything but the fixed words is encoded, so no text can add a header.</summary>
internal static class Eml
{
    public static string Write(OutgoingNotification notification, string from, DateTimeOffset date)
    {
        var draft = notification.Draft;
        var mail = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Date: {date.UtcDateTime:ddd, dd MMM yyyy HH:mm:ss} +0000\r\n")
            .Append(CultureInfo.InvariantCulture, $"Message-ID: <{MessageId.Of(notification)}@notifications>\r\n")
            .Append(CultureInfo.InvariantCulture, $"From: {OneLine(from)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"To: {OneLine(draft.Recipient)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Subject: {EncodedWord(draft.Subject)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Idempotency-Key: {OneLine(notification.NotificationId)}\r\n");
        if (draft.Urgent)
        {
            mail.Append("Importance: high\r\n");
        }

        return mail
            .Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(draft.Body), Base64FormattingOptions.InsertLineBreaks))
            .Append("\r\n")
            .ToString();
    }

    private static string OneLine(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)));

    private static string EncodedWord(string text) =>
        text.All(letter => letter is >= ' ' and <= '~')
            ? text
            : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
