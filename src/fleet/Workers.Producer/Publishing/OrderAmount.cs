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

    /// <summary>
    /// Without tax and shipping, the amount is the sum of the lines or, where a line has no price, no less than the others' sum. What the
    /// amount is said to consist of adds up to it.
    /// </summary>
    /// <exception cref="InvalidRequestException">It is not so.</exception>
    public static void RefuseWrongSums(OrderPlaced order)
    {
        var subtotal = order.Amount - (order.Tax ?? 0) - (order.Shipping ?? 0);
        var rest = decimal.Round(subtotal - order.Items.Sum(line => (line.Price ?? 0) * line.Quantity), SumDecimals);
        if (order.Items.Any(line => line.Price is null) ? rest < 0 : rest != 0)
        {
            throw new InvalidRequestException(
                "amount",
                "must be the sum of price × quantity where every line of items has a price, else no less than the sum of those that have one");
        }

        if (order.Subtotal is { } stated && stated != subtotal)
        {
            throw new InvalidRequestException("subtotal", "must be the amount without tax and shipping");
        }
    }

    private static bool IsPriced(JsonNode? line) =>
        line is JsonObject item && IsNumber(item["price"]) && IsNumber(item["quantity"]);

    private static bool IsNumber(JsonNode? node) => node is JsonValue value && value.TryGetValue<decimal>(out _);
}
