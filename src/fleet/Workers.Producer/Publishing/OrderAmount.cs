using System.Text.Json.Nodes;
using Workers.Contracts.Events;
using Workers.Producer.Http;

namespace Workers.Producer.Publishing;

/// <summary>What an order costs by its lines.</summary>
internal static class OrderAmount
{
    // Of sums, binary floating point knows the cents and not the billionths.
    private const int SumDecimals = 6;

    /// <summary>The sum, where the caller leaves the amount out.</summary>
    /// <exception cref="InvalidRequestException">A line has no price, or the sum is no amount.</exception>
    public static decimal OfPricedLines(JsonNode? items)
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

    /// <summary>Whether the amount is the sum of the lines or, where a line has no price, no less than the others' sum.</summary>
    public static bool IsSumOf(OrderPlaced order)
    {
        var rest = decimal.Round(order.Amount - order.Items.Sum(line => (line.Price ?? 0) * line.Quantity), SumDecimals);
        return order.Items.Any(line => line.Price is null) ? rest >= 0 : rest == 0;
    }

    private static bool IsPriced(JsonNode? line) =>
        line is JsonObject item && IsNumber(item["price"]) && IsNumber(item["quantity"]);

    private static bool IsNumber(JsonNode? node) => node is JsonValue value && value.TryGetValue<decimal>(out _);
}
