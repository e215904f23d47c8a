using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Events;
using Workers.Producer.Http;

namespace Workers.Producer.Events;

/// <summary>What a caller of <c>POST /events</c> means, in either of its two forms.</summary>
/// <param name="EventType">The event's type, as the caller named it.</param>
/// <param name="Name">Source and detail-type.</param>
/// <param name="Detail">The business fields.</param>
internal sealed record PostedEvent(string EventType, EventName Name, JsonObject Detail)
{
    private const string TypeField = "eventType";
    private const string SourceField = "source";
    private const string DetailTypeField = "detail-type";
    private const string DetailField = "detail";

    private static readonly Dictionary<string, EventName> NamesByType = new(StringComparer.Ordinal)
    {
        ["OrderPlaced"] = EventNames.OrderPlaced,
        ["OrderCancelled"] = EventNames.OrderCancelled,
        ["InventoryUpdate"] = EventNames.InventoryUpdated,
    };

    // Without a source, a detail-type means our own event before a foreign one: the order matters.
    private static readonly EventName[] Publishable =
    [
        EventNames.OrderPlaced,
        EventNames.OrderCancelled,
        EventNames.InventoryUpdated,
        EventNames.StockUpdated,
        EventNames.ForeignOrderCreated,
        EventNames.ForeignInventoryUpdated,
        EventNames.OrderServiceOrderCreated,
        EventNames.ApiGatewayOrderCreated,
    ];

    public static PostedEvent Read(JsonObject body) =>
        body.ContainsKey(TypeField) ? ReadFlat(body)
        : body.ContainsKey(DetailTypeField) ? ReadNested(body)
        : throw new InvalidRequestException(TypeField, $"must be given, or {DetailTypeField} and {DetailField} instead of it");

    private static PostedEvent ReadFlat(JsonObject body)
    {
        var type = Text(body, TypeField);
        if (!NamesByType.TryGetValue(type, out var name))
        {
            throw new InvalidRequestException(TypeField, $"must be one of {string.Join(", ", NamesByType.Keys)}");
        }

        body.Remove(TypeField);
        return new(type, name, body);
    }

    private static PostedEvent ReadNested(JsonObject body)
    {
        var detailType = Text(body, DetailTypeField);
        var source = body.ContainsKey(SourceField) ? Text(body, SourceField) : null;
        var matches = Publishable.Where(name => name.DetailType == detailType && (source is null || name.Source == source)).ToList();
        if (matches.Count == 0)
        {
            var field = source is null ? DetailTypeField : SourceField;
            throw new InvalidRequestException(field, $"must name an event that may be published here: {string.Join(", ", Publishable)}");
        }

        if (body[DetailField] is not JsonObject detail)
        {
            throw new InvalidRequestException(DetailField, "must be an object");
        }

        body.Remove(DetailField);   // a node has one parent
        return new(detailType, matches[0], detail);
    }

    private static string Text(JsonObject body, string field) =>
        body[field] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new InvalidRequestException(field, "must be a string");
}
