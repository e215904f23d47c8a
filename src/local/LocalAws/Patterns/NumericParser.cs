using System.Text.Json;
using LocalAws.Patterns.Matchers;

namespace LocalAws.Patterns;

/// <summary>Reads <c>["=", 5]</c>, <c>["&lt;", 10]</c>, <c>["&gt;", 0, "&lt;=", 5]</c>.</summary>
internal static class NumericParser
{
    private const double Largest = 5e9;

    public static NumericMatcher Parse(ref PatternReader reader)
    {
        if (reader.Token != JsonTokenType.StartArray)
        {
            throw reader.Error("Value of numeric must be an array.");
        }

        if (reader.Read() != JsonTokenType.String)
        {
            throw reader.Error($"Invalid member in numeric match: {reader.Raw}");
        }

        var @operator = reader.Text();
        reader.Read();
        return @operator switch
        {
            "=" => ParseLast(ref reader, NumericMatcher.EqualTo(Number(ref reader, "Value of equals must be numeric"))),
            "<" or "<=" => ParseLast(ref reader, new NumericMatcher(null, Bound(ref reader, @operator))),
            ">" or ">=" => ParseUpperBound(ref reader, Bound(ref reader, @operator)),
            _ => throw reader.Error($"Unrecognized numeric range operator: {@operator}"),
        };
    }

    private static NumericMatcher ParseUpperBound(ref PatternReader reader, NumericBound low)
    {
        if (reader.Read() == JsonTokenType.EndArray)
        {
            return new NumericMatcher(low, null);
        }

        var @operator = reader.Text($"Bad value in numeric range: {reader.Raw}");
        if (@operator is not ("<" or "<="))
        {
            throw reader.Error($"Bad numeric range operator: {@operator}");
        }

        reader.Read();
        var high = Bound(ref reader, @operator);
        reader.End(JsonTokenType.EndArray, "Too many terms in numeric range expression");
        return low.Value.CompareTo(high.Value) < 0
            ? new NumericMatcher(low, high)
            : throw reader.Error("Bottom must be less than top");
    }

    private static NumericBound Bound(ref PatternReader reader, string @operator) =>
        new(Number(ref reader, $"Value of {@operator} must be numeric"), @operator.EndsWith('='));

    private static JsonNumber Number(ref PatternReader reader, string otherwise)
    {
        var number = reader.Number(otherwise);
        return number.IsWithin(Largest) ? number : throw reader.Error("Value must be between -5.0E9 and 5.0E9, inclusive");
    }

    private static NumericMatcher ParseLast(ref PatternReader reader, NumericMatcher matcher)
    {
        reader.End(JsonTokenType.EndArray, "Too many elements in numeric expression");
        return matcher;
    }
}
