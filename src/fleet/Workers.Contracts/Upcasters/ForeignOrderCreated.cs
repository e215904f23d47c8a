using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>Orders in snake_case, from <see cref="EventSources.ForeignOrders"/>.</summary>
internal static class ForeignOrderCreated
{
    public static JsonObject ToOrderPlaced(JsonObject detail)
    {
        var order = new ForeignObject(detail);
        return new()
        {
            ["orderId"] = order.Text("order_id"),
            ["customerId"] = order.Text("customer_id"),
            ["items"] = new JsonArray([.. order.Objects("items").Select(ToItem)]),
            ["amount"] = order.Number("total"),
            ["timestamp"] = order.Optional("timestamp"),
            ["metadata"] = order.Optional("metadata"),
        };
    }

    private static JsonObject ToItem(ForeignObject item) => new()
    {
        ["productId"] = item.Text("item_id"),
        ["quantity"] = item.Number("quantity"),
        ["price"] = item.Optional("price"),
    };
}
