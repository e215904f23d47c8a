using System.Security.Cryptography;
using System.Text;

namespace Workers.Events.Publishing;

/// <summary>The id of an event that a handler emits: always the same for the same cause, so that emitting twice is one event.</summary>
public static class EmittedEventId
{
    /// <summary>The id of a fact that is one event whoever tells it, and upon what: it follows from the event's name and key alone.</summary>
    /// <param name="name">The event's source and detail-type.</param>
    /// <param name="key">Tells facts of one name apart.</param>
    public static string OfFact(EventName name, string key) => For(causingEventId: "", handlerName: "", name, key);

    /// <summary>A UUIDv8 of SHA-256 over what tells the event apart, joined by <c>|</c>.</summary>
    /// <param name="causingEventId">The event that is being handled.</param>
    /// <param name="handlerName">The handler's name, unique in the fleet.</param>
    /// <param name="name">The emitted event's source and detail-type.</param>
    /// <param name="key">Tells apart what one message emits under one name: an orderId, productId or notificationId.</param>
    public static string For(string causingEventId, string handlerName, EventName name, string key)
    {
        var cause = Encoding.UTF8.GetBytes($"{causingEventId}|{handlerName}|{name.Source}|{name.DetailType}|{key}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(cause, hash);

        var id = hash[..16];
        id[6] = (byte)((id[6] & 0x0F) | 0x80); // version 8
        id[8] = (byte)((id[8] & 0x3F) | 0x80); // the variant of RFC 9562
        return new Guid(id, bigEndian: true).ToString();
    }
}
