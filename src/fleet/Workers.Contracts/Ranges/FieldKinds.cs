using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Workers.Events;

namespace Workers.Contracts.Ranges;

// The kinds of fields that events have. An attribute says on the record which kind a field is; its range stands here, and
// consumers, the producer, the schemas and the API's description take it from the attribute.

/// <summary>A text whose form a regular expression tells, for schemas and descriptions.</summary>
public interface IHasPattern
{
    /// <summary>The regular expression, in the syntax that JSON Schema has.</summary>
    string Pattern { get; }
}

/// <summary>An id, by <see cref="IdGrammar"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdAttribute : StringLengthAttribute, IHasPattern
{
    /// <summary>Marks a field as an id.</summary>
    public IdAttribute()
        : base(Limits.Id)
    {
        MinimumLength = 1;
        ErrorMessage = IdGrammar.Expected;
    }

    /// <inheritdoc/>
    public string Pattern => IdGrammar.Pattern;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string text && IdGrammar.Allows(text));
}

/// <summary>An e-mail address, bare and of ASCII, of at most 254 characters: what every mail server takes as it stands.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class EmailAttribute : StringLengthAttribute, IHasPattern
{
    /// <summary>The form of an address, as a regular expression of JSON Schema.</summary>
    public const string Form = @"^[A-Za-z0-9_%+'-]+(\.[A-Za-z0-9_%+'-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$";

    /// <summary>Marks a field as an e-mail address.</summary>
    public EmailAttribute()
        : base(Limits.Email) =>
        ErrorMessage = $"must be an e-mail address of at most {Limits.Email} characters, such as name@company.example";

    /// <inheritdoc/>
    public string Pattern => Form;

    [GeneratedRegex(Form, RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is null || (value is string text && text.Length <= Limits.Email && !text.EndsWith('\n') && Address.IsMatch(text));
}

/// <summary>The name of something: one line of at most 128 characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameAttribute : StringLengthAttribute, IHasPattern
{
    /// <summary>Marks a field as a name.</summary>
    public NameAttribute()
        : base(Limits.Name) => ErrorMessage = $"{Problem.Longer(Limits.Name)}, and no control characters: it stands in subjects and headers";

    /// <inheritdoc/>
    public string Pattern => @"^[^\u0000-\u001F\u007F-\u009F]*$";

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is null || (value is string text && Unicode.IsAtMost(text, Limits.Name) && !Unicode.HasControls(text));
}

/// <summary>Free text: at most 1,024 characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute : StringLengthAttribute
{
    /// <summary>Marks a field as free text.</summary>
    public TextAttribute()
        : base(Limits.Text) => ErrorMessage = Problem.Longer(Limits.Text);

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string text && Unicode.IsAtMost(text, Limits.Text));
}

/// <summary>Units of one product in an order: 1 to 1,000,000.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QuantityAttribute : RangeAttribute
{
    /// <summary>Marks a field as a quantity.</summary>
    public QuantityAttribute()
        : base(1, Limits.Quantity) => ErrorMessage = Problem.Outside(1, Limits.Quantity);
}

/// <summary>Units in stock: 0 to 1,000,000,000.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StockAttribute : RangeAttribute
{
    /// <summary>Marks a field as units in stock.</summary>
    public StockAttribute()
        : base(0, Limits.Stock) => ErrorMessage = Problem.Outside(0, Limits.Stock);
}

/// <summary>Units that are added to stock: 1 to 1,000,000,000.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RestockAttribute : RangeAttribute
{
    /// <summary>Marks a field as units that are added.</summary>
    public RestockAttribute()
        : base(1, Limits.Stock) => ErrorMessage = Problem.Outside(1, Limits.Stock);
}

/// <summary>A price or an amount: 0 to 1,000,000,000,000, in whole cents.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MoneyAttribute : RangeAttribute
{
    /// <summary>Marks a field as money.</summary>
    public MoneyAttribute()
        : base(0d, Limits.Money) => ErrorMessage = $"{Problem.Outside(0, Limits.Money)}, with at most {Limits.MoneyDecimals} decimals";

    /// <summary>What every price and amount is a multiple of.</summary>
    public static decimal Step => new(1, 0, 0, isNegative: false, Limits.MoneyDecimals);

    /// <summary>By value: <c>1.500</c> has one decimal.</summary>
    public override bool IsValid(object? value) =>
        value is null or (decimal and >= 0 and <= Limits.Money)
        && (value is not decimal amount || decimal.Round(amount, Limits.MoneyDecimals) == amount);
}

/// <summary>The number of an entry in an order's history: from 1.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VersionAttribute : RangeAttribute
{
    /// <summary>Marks a field as a version.</summary>
    public VersionAttribute()
        : base(1, int.MaxValue) => ErrorMessage = Problem.Outside(1, int.MaxValue);
}

/// <summary>How often something has gone to a next level: from 0.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LevelAttribute : RangeAttribute
{
    /// <summary>Marks a field as a level.</summary>
    public LevelAttribute()
        : base(0, int.MaxValue) => ErrorMessage = Problem.Outside(0, int.MaxValue);
}

/// <summary>A span of time in seconds: 0 to 1,000,000,000, which is 31 years, to the millisecond.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : RangeAttribute
{
    /// <summary>Marks a field as seconds.</summary>
    public SecondsAttribute()
        : base(0d, Limits.Seconds) => ErrorMessage = $"{Problem.Outside(0, Limits.Seconds)}, with at most 3 decimals";

    /// <summary>What every span is a multiple of: a millisecond.</summary>
    public static decimal Step => 0.001m;

    /// <summary>By value: <c>1.5000</c> has one decimal.</summary>
    public override bool IsValid(object? value) =>
        value is null or (decimal and >= 0 and <= Limits.Seconds) && (value is not decimal seconds || seconds % Step == 0);
}

/// <summary>The lines of an order: at least one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LinesAttribute : MinLengthAttribute
{
    /// <summary>Marks a field as the lines of an order.</summary>
    public LinesAttribute()
        : base(1) => ErrorMessage = "must hold at least one line";
}

/// <summary>Looks at characters as JSON Schema does: one that takes two of .NET's is one.</summary>
file static class Unicode
{
    public static bool HasControls(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u007F', '\u009F');

    public static bool IsAtMost(string text, int most) =>
        text.Length <= most || (text.Length <= 2 * most && text.EnumerateRunes().Count() <= most);
}

/// <summary>What is wrong, in the same words whatever the machine's language.</summary>
file static class Problem
{
    public static string Longer(int most) => string.Create(CultureInfo.InvariantCulture, $"must have at most {most:N0} characters");

    public static string Outside(int least, long most) => string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most:N0}");
}
