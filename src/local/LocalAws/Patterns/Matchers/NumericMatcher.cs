using System.Text.Json;

namespace LocalAws.Patterns.Matchers;

/// <summary>A number in a range; strings that look like numbers are not numbers.</summary>
internal sealed class NumericMatcher(NumericBound? low, NumericBound? high) : IValueMatcher
{
    public static NumericMatcher EqualTo(JsonNumber value) => new(new(value, true), new(value, true));

    public bool Matches(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        var number = JsonNumber.Of(value);
        return IsAllowed(low, number.CompareTo(low?.Value ?? number)) && IsAllowed(high, -number.CompareTo(high?.Value ?? number));
    }

    // Positive: on the bound's inner side. Zero: on it.
    private static bool IsAllowed(NumericBound? bound, int side) => bound is null || side > 0 || (side == 0 && bound.Value.IsIncluded);
}
