using System.Security.Cryptography;
using System.Text;

namespace Workers.Notification.Channels;

/// <summary>A name for a notification that is safe in file names and mail headers, and the same at every try.</summary>
internal static class MessageId
{
    public static string Of(OutgoingNotification notification) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notification.NotificationId)).AsSpan(0, 16));
}
