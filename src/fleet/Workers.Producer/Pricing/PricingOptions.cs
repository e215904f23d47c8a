using System.Text.RegularExpressions;

namespace Workers.Producer.Pricing;

/// <summary>What comes on top of an order's lines. Bound from <see cref="Section"/>.</summary>
internal sealed partial class PricingOptions
{
    /// <summary>The section of configuration.</summary>
    public const string Section = "Workers:Producer:Pricing";

    internal const string TaxRatesProblem =
        $"{Section}:TaxRates must name countries, or countries with their states, each with a rate from 0 to 1, as in "
        + $"{Section}:TaxRates:US-WA = 0.065: nobody would be taxed by any other name.";

    internal const string MoneyProblem =
        $"{Section}:ShippingPrice and FreeShippingFrom must be from 0 to 1000000, in whole cents: an order's amount would not be money.";

    private const decimal LargestPrice = 1_000_000;
    private const int Cents = 2;

    /// <summary>
    /// Tax by where an order goes: by country and state (<c>US-WA</c>) or, where that is not there, by country (<c>DE</c>). Other places, and
    /// addresses that are given as mere text, are not taxed.
    /// </summary>
    /// <value>None. Each from 0 to 1: 0.065 is 6.5 %.</value>
    public Dictionary<string, decimal> TaxRates { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What shipping costs, whatever is ordered.</summary>
    /// <value>0. From 0 to 1,000,000, in whole cents.</value>
    public decimal ShippingPrice { get; set; }

    /// <summary>From which sum of the lines, without tax, shipping is free.</summary>
    /// <value>None: it never is. From 0 to 1,000,000, in whole cents.</value>
    public decimal? FreeShippingFrom { get; set; }

    internal bool HasTaxRatesInRange => TaxRates.All(rate => Place.IsMatch(rate.Key) && rate.Value is >= 0 and <= 1);

    internal bool HasMoneyInRange => IsMoney(ShippingPrice) && IsMoney(FreeShippingFrom ?? 0);

    private static bool IsMoney(decimal price) => price is >= 0 and <= LargestPrice && decimal.Round(price, Cents) == price;

    [GeneratedRegex(@"^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?\z")]
    private static partial Regex Place { get; }
}
