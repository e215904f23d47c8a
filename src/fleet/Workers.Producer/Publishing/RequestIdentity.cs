using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workers.Producer.Publishing;

/// <summary>
/// The ids that a request's event gets. With an <c>Idempotency-Key</c> they derive from it, so that a repeated request is the same
/// event; without one they are new.
/// </summary>
/// <param name="EventId">The idempotency key of everything that follows.</param>
/// <param name="OrderId">The id of an order that names none itself.</param>
internal sealed record RequestIdentity(string EventId, string OrderId)
{
    public static RequestIdentity New(DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var random = id.ToString("N")[^12..];
        return new(id.ToString(), string.Create(CultureInfo.InvariantCulture, $"ORD-{now.UtcDateTime:yyyyMMdd}-{random}"));
    }

    /// <param name="prefix">The fleet's prefix: fleets that share an account share no keys.</param>
    /// <param name="route">The method and path: one key may be used on several routes.</param>
    /// <param name="key">The caller's key.</param>
    public static RequestIdentity Of(string prefix, string route, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', prefix, route, key)));
        var orderId = $"ORD-{Convert.ToHexStringLower(hash)[..20]}";

        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);   // version 8: made by a rule of our own
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);   // RFC 9562's variant
        return new(new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString(), orderId);
    }
}
