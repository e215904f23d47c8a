using System.Text.Json;

namespace Workers.Console.Orders;

/// <summary>What is worth showing of an order's snapshot, by the members' names in its JSON.</summary>
internal static class OrderSnapshot
{
    private static readonly string[] Shown =
    [
        "customerId", "amount", "charged", "refunded", "placedAt", "paidAt", "endedAt", "failedStage", "reason", "isOverdue", "fulfilment",
    ];

    /// <summary>The order's shipment; null where there is none.</summary>
    public static string? ShipmentIdOf(JsonElement? snapshot) =>
        snapshot is { ValueKind: JsonValueKind.Object } order && order.TryGetProperty("shipmentId", out var id) ? id.GetString() : null;

    /// <summary>What the snapshot says of the order.</summary>
    public static IEnumerable<(string Name, string Text)> Members(JsonElement? snapshot) =>
        snapshot is not { ValueKind: JsonValueKind.Object } order
            ? []
            : Shown.Where(name => order.TryGetProperty(name, out _)).Select(name => (name, order.GetProperty(name).ToString()));
}
