using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workers.Producer.Idempotency;

/// <summary>
/// What tells a request's event from others. With an <c>Idempotency-Key</c> its ids derive from it, so that a repeated request is the
/// same event; without one they are new.
/// </summary>
/// <param name="EventId">The idempotency key of everything that follows.</param>
/// <param name="OrderId">The id of an order that names none itself.</param>
/// <param name="ReceivedAt">When the request came; with a key, when the first one came.</param>
/// <param name="TraceParent">The trace that it belongs to.</param>
internal sealed record RequestIdentity(string EventId, string OrderId, DateTimeOffset ReceivedAt, string? TraceParent)
{
    /// <summary>What the request is remembered by; null without a key.</summary>
    public string? Record { get; private init; }

    /// <summary>The id of a ticket that names none itself.</summary>
    public string TicketId => $"TICKET-{OrderId["ORD-".Length..]}";

    /// <summary>The fingerprint of its body.</summary>
    public string? Fingerprint { get; init; }

    public static RequestIdentity New(DateTimeOffset now, string? traceParent)
    {
        var id = Guid.CreateVersion7(now);
        var random = id.ToString("N")[^12..];
        return new(id.ToString(), string.Create(CultureInfo.InvariantCulture, $"ORD-{now.UtcDateTime:yyyyMMdd}-{random}"), now, traceParent);
    }

    /// <param name="prefix">The fleet's prefix: fleets that share an account share no keys.</param>
    /// <param name="caller">Who is signed in: callers share no keys. Null where nobody is.</param>
    /// <param name="route">The method and path: one key may be used on several routes.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="now">When the request came.</param>
    /// <param name="traceParent">The trace that it belongs to.</param>
    public static RequestIdentity Of(string prefix, string? caller, string route, string key, DateTimeOffset now, string? traceParent)
    {
        string?[] parts = caller is null ? [prefix, route, key] : [prefix, caller, route, key];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        var record = Convert.ToHexStringLower(hash);

        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);   // version 8: made by a rule of our own
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);   // RFC 9562's variant
        var eventId = new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
        return new(eventId, $"ORD-{record[..20]}", now, traceParent) { Record = record };
    }
}
