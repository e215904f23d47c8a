using System.Text.Json.Nodes;
using Workers.Events;

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
                ["shippingAddress"] = AddressOf(detail["shippingAddress"]),
                ["timestamp"] = order.Optional("timestamp"),
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

    /// <summary>One line of text, in the order in which the parts are given.</summary>
    private static JsonNode? AddressOf(JsonNode? address) =>
        address is JsonObject parts
            ? string.Join(", ", parts.Select(part => TextOf(part.Key, part.Value)).Where(part => part.Length > 0))
            : address?.DeepClone();

    private static string TextOf(string part, JsonNode? value) =>
        value is null ? ""
        : value is JsonValue text && text.TryGetValue(out string? found) ? found
        : throw PoisonEventException.At($"shippingAddress.{part}", "must be text");
}
