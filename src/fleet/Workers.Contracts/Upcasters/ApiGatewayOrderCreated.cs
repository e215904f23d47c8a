using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>Orders whose items are names, one unit each, from <see cref="EventSources.ApiGateway"/>. The name is the productId.</summary>
internal static class ApiGatewayOrderCreated
{
    public static JsonObject ToOrderPlaced(JsonObject detail)
    {
        var order = new ForeignObject(detail);
        return new()
        {
            ["orderId"] = order.Text("orderId"),
            ["customerId"] = order.Text("customerId"),
            ["items"] = new JsonArray([.. Names(order).GroupBy(name => name).Select(ToItem)]),
            ["amount"] = order.Number("amount"),
            ["timestamp"] = order.Optional("timestamp"),
            ["metadata"] = order.Optional("metadata"),
        };
    }

    private static IEnumerable<string> Names(ForeignObject order) =>
        order.List("items").Select((item, index) => item?.GetValueKind() is JsonValueKind.String
            ? item.GetValue<string>()
            : throw order.Problem($"items[{index}]", "must be a product's name"));

    private static JsonObject ToItem(IGrouping<string, string> units) => new()
    {
        ["productId"] = units.Key,
        ["quantity"] = units.Count(),
    };
}
