using System.Globalization;
using Microsoft.Extensions.Options;
using Workers.Events;

namespace Workers.Analytics.Behaviour;

/// <summary>Refuses tables of which a value is no number or out of range, and types that are two steps; reports everything at once.</summary>
internal sealed class BehaviourValidation : IValidateOptions<BehaviourOptions>
{
    private const decimal LargestRate = 1_000_000;

    public ValidateOptionsResult Validate(string? name, BehaviourOptions options)
    {
        List<string> errors =
        [
            .. options.Rates.Where(rate => !IsCode(rate.Key)).Select(rate =>
                $"Workers:Analytics:Rates:{rate.Key} is no currency's code: three letters, such as EUR."),
            .. options.Rates.Where(rate => NumberOf(rate.Value) is not (> 0 and <= LargestRate)).Select(rate =>
                $"Workers:Analytics:Rates:{rate.Key} ({rate.Value}) must be a number above 0, up to 1000000, as in 1.08."),
            .. options.ValueTiers.Where(tier => !IdGrammar.Allows(tier.Key)).Select(tier =>
                $"Workers:Analytics:ValueTiers:{tier.Key}: the name of a tier {IdGrammar.Expected}."),
            .. options.ValueTiers.Where(tier => NumberOf(tier.Value) is not >= 0).Select(tier =>
                $"Workers:Analytics:ValueTiers:{tier.Key} ({tier.Value}) must be a number from 0, as in 49.50."),
            .. options.Steps.SelectMany(step => step.Types.Distinct()).CountBy(type => type).Where(type => type.Value > 1).Select(type =>
                $"Workers:Analytics has {type.Key} among the types of two of Views, Clicks and Purchases: it could be only one of them."),
        ];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    /// <summary>A number as configuration has it; null where it is none.</summary>
    internal static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsCode(string text) => text.Length == 3 && text.All(char.IsAsciiLetter);
}
