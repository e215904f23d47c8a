using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>Stock in snake_case, from <see cref="EventSources.ForeignInventory"/>: an action says whether the quantity adds or replaces.</summary>
internal static class ForeignInventoryUpdated
{
    public static JsonObject ToInventoryUpdated(JsonObject detail)
    {
        var update = new ForeignObject(detail);
        return new()
        {
            ["productId"] = update.Text("item_id"),
            [QuantityMember(update)] = update.Number("quantity"),
            ["timestamp"] = update.Optional("timestamp"),
            ["metadata"] = update.Optional("metadata"),
        };
    }

    private static string QuantityMember(ForeignObject update) =>
        update.Optional("action") is null
            ? "currentStock"
            : update.Text("action").GetValue<string>() switch
            {
                "set" => "currentStock",
                "restock" => "restock",
                _ => throw update.Problem("action", "must be restock or set"),
            };
}
