using Microsoft.Extensions.Options;
using Workers.Contracts.Ranges;

namespace Workers.Analytics.Behaviour;

/// <summary>What something was worth in the house's currency.</summary>
internal sealed class Valuation(IOptions<BehaviourOptions> options)
{
    private const decimal Itself = 1;

    private static readonly (string Name, decimal From)[] UsualTiers = [("high", 200), ("medium", 50), ("low", 0)];

    private readonly Dictionary<string, decimal> _rates = RatesOf(options.Value);
    private readonly (string Name, decimal From)[] _tiers = TiersOf(options.Value);

    /// <summary>The house's currency.</summary>
    public string Currency { get; } = options.Value.Currency.ToUpperInvariant();

    /// <summary>What it was worth: no value where nobody said so, or in a currency without a rate, or beyond what is counted.</summary>
    public Worth Of(decimal? orderValue, string? currency)
    {
        var code = currency?.ToUpperInvariant() ?? Currency;
        if (orderValue is not { } value)
        {
            return new(code, Value: null, Tier: null, IsUnrated: false);
        }

        return _rates.TryGetValue(code, out var rate) && decimal.Round(value * rate, Limits.MoneyDecimals) is var worth and <= Limits.Money
            ? new(code, worth, _tiers.FirstOrDefault(tier => worth >= tier.From).Name, IsUnrated: false)
            : new(code, Value: null, Tier: null, IsUnrated: true);
    }

    /// <summary>What a purchase was worth.</summary>
    public Worth Of(Purchase purchase) => Of(purchase.OrderValue, purchase.Currency);

    private static Dictionary<string, decimal> RatesOf(BehaviourOptions options)
    {
        var rates = options.Rates.ToDictionary(rate => rate.Key.ToUpperInvariant(), rate => BehaviourValidation.NumberOf(rate.Value)!.Value);
        rates[options.Currency.ToUpperInvariant()] = Itself;
        return rates;
    }

    // The highest first.
    private static (string Name, decimal From)[] TiersOf(BehaviourOptions options) =>
        options.ValueTiers.Count == 0
            ? UsualTiers
            :
            [
                .. options.ValueTiers
                    .Select(tier => (tier.Key, From: BehaviourValidation.NumberOf(tier.Value)!.Value))
                    .OrderByDescending(tier => tier.From),
            ];
}

/// <summary>What something was worth.</summary>
/// <param name="Code">The currency that it was stated in.</param>
/// <param name="Value">The value in the house's currency; null where there is none.</param>
/// <param name="Tier">The tier of that value; null where there is none.</param>
/// <param name="IsUnrated">Whether there is a value, and none in the house's currency.</param>
internal sealed record Worth(string Code, decimal? Value, string? Tier, bool IsUnrated);
