using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Workers.Events.Settings;
using Workers.Producer.Http;
using Workers.Producer.Publishing;

namespace Workers.Producer.Pricing;

/// <summary>
/// Computes what an order costs: its lines, the tax on those that have a price, and shipping. What does not add up, or is no order, is
/// left as it is: it is refused where events are checked, with everything else that is wrong with it.
/// </summary>
internal sealed class OrderPricing(IOptions<PricingOptions> options)
{
    private const string Address = "shippingAddress";
    private const string Amount = "amount";
    private const string ForeignAmount = "totalAmount";
    private const int Cents = 2;

    private static readonly string[] Computed = ["subtotal", "tax", "shipping"];

    /// <exception cref="InvalidRequestException">The caller says what is computed here, or leaves out what cannot be.</exception>
    public void Price(JsonObject order)
    {
        if (Computed.FirstOrDefault(order.ContainsKey) is { } stated)
        {
            throw new InvalidRequestException(stated, "must be absent: it is computed here");
        }

        var rate = TakeAddress(order);
        if (order.ContainsKey(ForeignAmount) || LinesOf(order["items"]) is not { } lines)
        {
            return;   // another service's shape, which keeps its amount, or nothing that has a price
        }

        order[Amount] ??= OrderAmount.OfPricedLines(order["items"]);
        if (order[Amount] is JsonValue given && given.TryGetValue<decimal>(out var amount))
        {
            SetAmounts(order, amount, lines, rate);
        }
    }

    private void SetAmounts(JsonObject order, decimal amount, IReadOnlyList<Line> lines, decimal rate)
    {
        try
        {
            var sum = lines.Sum(line => line.Total);
            var subtotal = lines.Any(line => line.Price is null) ? amount : sum;
            var tax = lines.Sum(line => decimal.Round(line.Total * rate, Cents, MidpointRounding.AwayFromZero));
            var shipping = subtotal >= options.Value.FreeShippingFrom ? 0 : options.Value.ShippingPrice;
            if (amount != subtotal && amount != subtotal + tax + shipping)
            {
                return;
            }

            order["subtotal"] = subtotal;
            order["tax"] = tax;
            order["shipping"] = shipping;
            order[Amount] = subtotal + tax + shipping;
        }
        catch (OverflowException)
        {
            // Some price or quantity is out of its range.
        }
    }

    private decimal TakeAddress(JsonObject order)
    {
        var address = order[Address] as JsonObject;
        try
        {
            if (address is not null)
            {
                order[Address] = AddressLine.Of(address);
            }
        }
        catch (PoisonEventException poison)
        {
            throw new InvalidRequestException(poison.Violations);
        }

        return RateOf($"{address?["country"]}".Trim(), $"{address?["state"]}".Trim());
    }

    private decimal RateOf(string country, string state) =>
        options.Value.TaxRates.TryGetValue($"{country}-{state}", out var rate) ? rate : options.Value.TaxRates.GetValueOrDefault(country);

    private static Line[]? LinesOf(JsonNode? items)
    {
        var lines = (items as JsonArray)?.Select(LineOf).ToList();
        return lines is { Count: > 0 } && lines.TrueForAll(line => line is not null) ? [.. lines.OfType<Line>()] : null;
    }

    private static Line? LineOf(JsonNode? item) =>
        item is JsonObject line && NumberOf(line["quantity"]) is { } quantity && (line["price"] is null || NumberOf(line["price"]) is not null)
            ? new(NumberOf(line["price"]), quantity)
            : null;

    private static decimal? NumberOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : null;

    private sealed record Line(decimal? Price, decimal Quantity)
    {
        public decimal Total => (Price ?? 0) * Quantity;
    }
}

/// <summary>Registers what prices orders.</summary>
internal static class PricingRegistration
{
    public static void AddPricing(this IServiceCollection services)
    {
        services.AddOptions<PricingOptions>()
            .BindSettings(PricingOptions.Section)
            .Validate(options => options.HasTaxRatesInRange, PricingOptions.TaxRatesProblem)
            .Validate(options => options.HasMoneyInRange, PricingOptions.MoneyProblem);
        services.AddSingleton<OrderPricing>();
    }
}
