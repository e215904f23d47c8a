using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>
/// What else a producer says, by names of its own: at most 32 properties, a name of 1 to 64 characters without control characters, a value
/// of at most 512. All of it is stored with every event that is emitted, so it is bounded.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PropertiesAttribute : ValidationAttribute
{
    /// <summary>The most properties.</summary>
    public const int Most = 32;

    /// <summary>The longest name.</summary>
    public const int LongestName = 64;

    /// <summary>The longest value.</summary>
    public const int LongestValue = 512;

    /// <summary>The form of a name, as a regular expression of JSON Schema.</summary>
    public const string NamePattern = @"^[^\u0000-\u001F\u007F-\u009F]*$";

    /// <summary>Marks a field as properties.</summary>
    public PropertiesAttribute() =>
        ErrorMessage = "must have at most 32 members, their names 1 to 64 characters without control characters, their values at most 512";

    /// <summary>A value that is null is absent, hence in range.</summary>
    public override bool IsValid(object? value) =>
        value is null
        || (value is IReadOnlyDictionary<string, string> properties
            && properties.Count <= Most
            && properties.All(property => IsName(property.Key) && LengthOf(property.Value ?? "") <= LongestValue));

    private static bool IsName(string name) =>
        name.Length > 0 && LengthOf(name) <= LongestName && !name.Any(char.IsControl);

    // In characters of Unicode, as JSON Schema counts.
    private static int LengthOf(string text) => text.EnumerateRunes().Count();
}
