using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Workers.Events.Settings;

/// <summary>One setting: its key, and how strictly its value is read.</summary>
public sealed partial class Setting
{
    private readonly Type _type;
    private readonly object? _usual;
    private readonly RangeAttribute? _range;

    internal Setting(string key, Type type, object? usual, RangeAttribute? range)
    {
        Key = key;
        (_type, _usual, _range) = (Nullable.GetUnderlyingType(type) ?? type, usual, range);
    }

    /// <summary>Its whole key, as <c>Workers:Inventory:MaxInFlight</c>.</summary>
    public string Key { get; }

    /// <summary>Whether it has one value; lists and maps have keys below their own.</summary>
    internal bool IsScalar => _type.IsPrimitive || _type.IsEnum || IsText || _type == typeof(decimal) || _type == typeof(TimeSpan) || _type == typeof(Uri);

    private bool IsText => _type == typeof(string);

    /// <summary>Whether a key of configuration is this setting's, or one below it.</summary>
    public bool Covers(string key) =>
        key.Equals(Key, StringComparison.OrdinalIgnoreCase)
        || (!IsScalar && key.StartsWith($"{Key}:", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is absent, or empty and no text: orchestrators pass on a variable that is not set as an empty one.</summary>
    internal bool IsUnset(IConfiguration configuration) => configuration[Key] is not { } value || (value.Length == 0 && !IsText);

    private bool HoldsLists => _type.IsGenericType && _type.GetGenericArguments() is [_, var values]
        && values != typeof(string) && typeof(IEnumerable).IsAssignableFrom(values);

    /// <summary>Why its value does not parse; null where it does, or there is none.</summary>
    internal string? ErrorIn(IConfiguration configuration) =>
        !IsScalar ? ErrorIn(configuration.GetSection(Key))
        : IsUnset(configuration) || ProblemOf(configuration[Key]!) is not { } problem ? null
        : $"{Key} ({configuration[Key]}) {problem}{Range}";

    // The binder passes over one value where several may stand, and nobody would hear of it.
    private string? ErrorIn(IConfigurationSection several)
    {
        var one = new[] { several }.Concat(HoldsLists ? several.GetChildren() : []).FirstOrDefault(section => section.Value is { Length: > 0 });
        return one is null ? null : $"{one.Path} ({one.Value}) takes several values: write each under a key of its own, as in {one.Path}:0.";
    }

    private string Range => (_range, _usual) switch
    {
        ({ } range, _) => string.Create(CultureInfo.InvariantCulture, $" It may be from {range.Minimum} to {range.Maximum}."),
        (_, null) => "",
        var (_, usual) => string.Create(CultureInfo.InvariantCulture, $" The default is {usual}."),
    };

    private string? ProblemOf(string value)
    {
        if (_type == typeof(TimeSpan))
        {
            return Duration.IsMatch(value) && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _)
                ? null
                : "is no duration: write hours, minutes and seconds, as in 00:01:00 for a minute, or days before them, as in 35.00:00:00.";
        }

        return _type switch
        {
            _ when _type == typeof(bool) => bool.TryParse(value, out _) ? null : "must be true or false.",
            _ when _type == typeof(int) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : NoInteger,
            _ when _type == typeof(long) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : NoInteger,
            _ when _type == typeof(double) => double.TryParse(value, Decimal, CultureInfo.InvariantCulture, out _) ? null : NoNumber,
            _ when _type == typeof(decimal) => decimal.TryParse(value, Decimal, CultureInfo.InvariantCulture, out _) ? null : NoNumber,
            { IsEnum: true } => Enum.GetNames(_type).Contains(value, StringComparer.OrdinalIgnoreCase)
                ? null
                : $"must be one of {string.Join(", ", Enum.GetNames(_type))}.",
            _ when _type == typeof(Uri) => Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _) ? null : "is no address.",
            _ => null,
        };
    }

    private const string NoInteger = "is no whole number: write digits alone, as in 100.";
    private const string NoNumber = "is no number: write digits and a point, as in 0.5.";
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // .NET reads 60 as days, 24:00:00 as 24 days and 00:05 as minutes.
    [GeneratedRegex(@"^(\d{1,8}\.)?([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?\z")]
    private static partial Regex Duration { get; }
}
