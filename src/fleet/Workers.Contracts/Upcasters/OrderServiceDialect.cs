using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>
/// Orders of a service that speaks under our own names: it calls the amount <c>totalAmount</c>, and states a cancelled order whole, with a
/// <c>cancellationReason</c>. Its address may be an object.
/// </summary>
internal static class OrderServiceDialect
{
    private const string TotalAmount = "totalAmount";
    private const string CancellationReason = "cancellationReason";

    public static JsonObject? ToOrderPlaced(JsonObject detail)
    {
        var order = new ForeignObject(detail);
        return order.Has(TotalAmount)
            ? new()
            {
                ["orderId"] = order.Text("orderId"),
                ["customerId"] = order.Text("customerId"),
                ["items"] = order.List("items").DeepClone(),
                ["amount"] = order.Number(TotalAmount),
                ["shippingAddress"] = AddressLine.Of(detail["shippingAddress"]),
                ["timestamp"] = order.Optional("timestamp"),
                ["fulfilment"] = order.Optional("fulfilment"),
                ["metadata"] = order.Optional("metadata"),
            }
            : null;
    }

    /// <summary>The time is that of the cancellation: <c>timestamp</c> is when the order was placed.</summary>
    public static JsonObject? ToOrderCancelled(JsonObject detail)
    {
        var order = new ForeignObject(detail);
        return order.Has(CancellationReason)
            ? new()
            {
                ["orderId"] = order.Text("orderId"),
                ["reason"] = order.Text(CancellationReason),
                ["customerId"] = order.Optional("customerId"),
                ["timestamp"] = order.Optional("cancelledAt"),
                ["metadata"] = order.Optional("metadata"),
            }
            : null;
    }
}
