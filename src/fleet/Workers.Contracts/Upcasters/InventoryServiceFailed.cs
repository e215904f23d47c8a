using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>
/// Failed reservations from <see cref="EventSources.InventoryService"/>, which names neither product nor customer. They are counted and
/// stand in the order's history, and trigger nothing.
/// </summary>
internal static class InventoryServiceFailed
{
    // What stands for the product that it does not name.
    private const string NotNamed = "not-named";

    public static JsonObject ToReservationFailed(JsonObject detail)
    {
        var failed = new ForeignObject(detail);
        var ours = new JsonObject
        {
            ["orderId"] = failed.Text("orderId"),
            ["productId"] = failed.Optional("productId") ?? NotNamed,
            ["reason"] = failed.Text("reason"),
            ["metadata"] = failed.Optional("metadata"),
        };
        return InventoryServiceDialect.ToReservationFailed(ours) ?? ours;   // null where the reason is a word of ours
    }
}
