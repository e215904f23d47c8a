using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>
/// Behaviour, from any source. What it was worth stands among its properties; the others may be of any kind, and each becomes a text: a
/// list or an object becomes its JSON.
/// </summary>
internal static class AnalyticsEvent
{
    private const string Properties = "properties";
    private const string OrderValue = "orderValue";
    private const string Currency = "currency";

    public static JsonObject ToBehaviourRecorded(JsonObject detail)
    {
        var behaviour = new ForeignObject(detail);
        var recorded = new JsonObject
        {
            ["eventType"] = behaviour.Text("eventType"),
            ["userId"] = behaviour.Text("userId"),
            ["sessionId"] = behaviour.Text("sessionId"),
            ["timestamp"] = behaviour.Optional("timestamp"),
            ["metadata"] = behaviour.Optional("metadata"),
        };
        if (behaviour.Has(Properties))
        {
            var properties = behaviour.Object(Properties);
            recorded[OrderValue] = properties.Has(OrderValue) ? properties.Number(OrderValue) : null;
            recorded[Currency] = properties.Has(Currency) ? properties.Text(Currency) : null;
            recorded[Properties] = Others(detail[Properties]!.AsObject());
        }

        return recorded;
    }

    private static JsonObject? Others(JsonObject properties)
    {
        var others = properties
            .Where(property => property.Key is not (OrderValue or Currency) && property.Value is not null)
            .Select(property => KeyValuePair.Create<string, JsonNode?>(property.Key, TextOf(property.Value!)))
            .ToList();
        return others.Count == 0 ? null : new(others);
    }

    private static string TextOf(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
