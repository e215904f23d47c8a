using Workers.Notification.Channels;

namespace Workers.Operations.Reading;

/// <summary>The keys under which handlers remember events.</summary>
internal static class MarkerKeys
{
    /// <summary>The parts that handlers with effects elsewhere name: channels, a charge, a refund, a shipment.</summary>
    private static readonly string[] Parts = [.. ChannelNames.All, "charge", "refund", "shipment"];

    /// <summary>Every key under which a handler may remember an event of an order.</summary>
    public static IEnumerable<string> Of(string handler, string eventId, string? orderId)
    {
        string[] once = orderId is null
            ? [eventId]
            : [eventId, $"orderId={orderId}", $"orderId={orderId},event={eventId}"];
        return once.SelectMany(key => Parts.Select(part => $"{handler}#{key}#{part}").Prepend($"{handler}#{key}"));
    }
}
