using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Events;
using Workers.Producer.Http;

namespace Workers.Producer.Publishing;

/// <summary>Fills in what a caller may leave out of our own events.</summary>
internal static class DetailCompletion
{
    public static void Complete(EventName name, JsonObject detail, RequestIdentity identity, DateTimeOffset now)
    {
        if (name == EventNames.OrderPlaced)
        {
            detail["orderId"] ??= identity.OrderId;
            detail["amount"] ??= AmountOf(detail["items"]);
        }

        if (name.Source is EventSources.Orders or EventSources.Inventory)
        {
            detail["timestamp"] ??= now.UtcDateTime;
        }
    }

    private static decimal AmountOf(JsonNode? items)
    {
        if (items is not JsonArray { Count: > 0 } lines || !lines.All(IsPriced))
        {
            throw new InvalidRequestException("amount", "must be given unless every line of items has a price");
        }

        try
        {
            return lines.Sum(line => line!["price"]!.GetValue<decimal>() * line["quantity"]!.GetValue<decimal>());
        }
        catch (OverflowException)
        {
            throw new InvalidRequestException("items", "must not add up to more than any amount of money");
        }
    }

    private static bool IsPriced(JsonNode? line) =>
        line is JsonObject item && IsNumber(item["price"]) && IsNumber(item["quantity"]);

    private static bool IsNumber(JsonNode? node) => node is JsonValue value && value.TryGetValue<decimal>(out _);
}
