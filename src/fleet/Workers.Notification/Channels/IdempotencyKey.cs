using System.Security.Cryptography;
using System.Text;

namespace Workers.Notification.Channels;

/// <summary>A notification's id as a header can carry it: the same at every try, another for every other notification.</summary>
internal static class IdempotencyKey
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestPlain = 200;

    /// <summary>
    /// The id itself where it is at most 200 visible ASCII characters; else <c>sha256-</c> and its SHA-256 over UTF-8, in hexadecimal. No id
    /// begins so, for each begins with its template.
    /// </summary>
    public static string Of(OutgoingNotification notification) => IsPlain(notification.NotificationId)
        ? notification.NotificationId
        : $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notification.NotificationId)))}";

    private static bool IsPlain(string id) => id.Length <= LongestPlain && id.All(letter => letter is >= '!' and <= '~');
}
