using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>
/// Completed orders in snake_case, from <see cref="EventSources.ForeignOrders"/>. They tell nothing of shipment and history, and are
/// routed to nobody who would ask: the shipment has the id that ours would have, and the history begins and ends with the completion.
/// </summary>
internal static class ForeignOrderCompleted
{
    public static JsonObject ToOrderCompleted(JsonObject detail)
    {
        var order = new ForeignObject(detail);
        var orderId = order.Text("order_id");
        var timestamp = order.Text("timestamp");
        return new()
        {
            ["orderId"] = orderId,
            ["customerId"] = order.Text("customer_id"),
            ["amount"] = order.Number("total"),
            ["shipmentId"] = DerivedId.OfShipment(orderId.GetValue<string>()),
            ["elapsed"] = 0,
            ["placedAt"] = timestamp.DeepClone(),
            ["timestamp"] = timestamp,
            ["version"] = 1,
            ["metadata"] = order.Optional("metadata"),
        };
    }
}
