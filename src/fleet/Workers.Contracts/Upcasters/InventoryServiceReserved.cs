using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>Reservations from <see cref="EventSources.InventoryService"/>, which names no customer. They are counted, and trigger nothing.</summary>
internal static class InventoryServiceReserved
{
    public static JsonObject ToInventoryReserved(JsonObject detail)
    {
        var reserved = new ForeignObject(detail);
        return new()
        {
            ["orderId"] = reserved.Text("orderId"),
            ["items"] = reserved.List("items").DeepClone(),
            ["reservedAt"] = reserved.Text("timestamp"),
            ["metadata"] = reserved.Optional("metadata"),
        };
    }
}
