using System.Globalization;

namespace Workers.Events.Reading;

/// <summary>A detail's version. A new minor only adds members; a new major needs an upcaster.</summary>
internal readonly record struct EventVersion(int Major, int Minor)
{
    private const int MostDigits = 6;

    /// <summary>A minor, or a major, as a regular expression.</summary>
    public const string NumberPattern = "(0|[1-9][0-9]{0,5})";

    public static bool TryParse(string text, out EventVersion version)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        version = default;
        if (dot < 0 || !TryParse(text.AsSpan(0, dot), out var major) || !TryParse(text.AsSpan(dot + 1), out var minor))
        {
            return false;
        }

        version = new(major, minor);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryParse(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && digits.Length <= MostDigits
        && (digits[0] != '0' || digits.Length == 1);
}
