using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workers.Notification.Channels;

/// <summary>
/// Signs a webhook's request as Standard Webhooks has it (standardwebhooks.com): HMAC-SHA256 over id, time and body, so that a receiver can
/// tell our requests from others', and new ones from repeated ones.
/// </summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string SecretPrefix = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    /// <summary>The three headers' values for a body that is sent now: one signature a key, the newest first.</summary>
    public static (string Name, string Value)[] Headers(string id, DateTimeOffset now, byte[] body, IEnumerable<byte[]> keys)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        var signatures = keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
        return [(IdHeader, id), (TimeHeader, time), (SignatureHeader, string.Join(' ', signatures))];
    }

    /// <summary>The key of a secret in base64, with or without <c>whsec_</c> before it; null where it is none of 24 to 64 bytes.</summary>
    public static byte[]? KeyOf(string secret)
    {
        var base64 = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        var key = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, key, out var length) && length is >= ShortestKey and <= LongestKey ? key[..length] : null;
    }
}
