using System.Text.Json;
using LocalAws.Patterns.Matchers;

namespace LocalAws.Patterns;

/// <summary>Reads what follows <c>"anything-but":</c>: a value, a list of values, or a condition on strings to be negated.</summary>
internal static class AnythingButParser
{
    private const string TextOnly =
        "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.";

    private delegate IValueMatcher ItemParser(ref PatternReader reader);

    public static AnythingButMatcher Parse(ref PatternReader reader) =>
        new(reader.Token == JsonTokenType.StartObject ? ParseNegated(ref reader) : ParseValues(ref reader));

    private static IValueMatcher[] ParseValues(ref PatternReader reader)
    {
        var values = ParseOneOrMany(ref reader, ParseValue);
        var isOneType = values.All(value => value is TextMatcher) || values.All(value => value is NumericMatcher);
        return isOneType && values.Length > 0
            ? values
            : throw reader.Error(
                "Inside anything but list, either all values are number or string, mixed type is not supported");
    }

    private static IValueMatcher[] ParseNegated(ref PatternReader reader)
    {
        if (reader.Read() != JsonTokenType.PropertyName)
        {
            throw reader.Error("Anything-But expression name not found");
        }

        var name = reader.Text();
        reader.Read();
        var items = name switch
        {
            "prefix" when !reader.IsWhole =>
                [new TextMatcher(ParseAffix(ref reader, "prefix match pattern must be a string"), TextMatch.Prefix)],
            "prefix" => ParseOneOrMany(ref reader, ParsePrefix),
            "suffix" when reader.IsWhole => ParseOneOrMany(ref reader, ParseSuffix),
            "equals-ignore-case" when reader.IsWhole => ParseOneOrMany(ref reader, ParseIgnoringCase),
            "wildcard" when reader.IsWhole => ParseOneOrMany(ref reader, WildcardMatcher.Parse),
            _ => throw reader.Error($"Unsupported anything-but pattern: {name}"),
        };
        reader.End(JsonTokenType.EndObject, "Too many elements in numeric expression");
        return items;
    }

    private static IValueMatcher[] ParseOneOrMany(ref PatternReader reader, ItemParser parse)
    {
        if (reader.Token is JsonTokenType.String or JsonTokenType.Number)
        {
            return [parse(ref reader)];
        }

        if (reader.Token != JsonTokenType.StartArray)
        {
            throw reader.Error("Value of anything-but must be an array or single string/number value.");
        }

        List<IValueMatcher> items = [];
        while (reader.Read() != JsonTokenType.EndArray)
        {
            items.Add(parse(ref reader));
        }

        return [.. items];
    }

    private static IValueMatcher ParseValue(ref PatternReader reader) => reader.Token == JsonTokenType.String
        ? new TextMatcher(reader.Text())
        : NumericMatcher.EqualTo(reader.Number("Inside anything but list, start|null|boolean is not supported."));

    private static TextMatcher ParsePrefix(ref PatternReader reader) => new(ParseAffix(ref reader), TextMatch.Prefix);

    private static TextMatcher ParseSuffix(ref PatternReader reader) => new(ParseAffix(ref reader), TextMatch.Suffix);

    private static TextMatcher ParseIgnoringCase(ref PatternReader reader) =>
        new(reader.Text(TextOnly), TextMatch.Whole, StringComparison.OrdinalIgnoreCase);

    private static string ParseAffix(ref PatternReader reader, string otherwise = "prefix/suffix match pattern must be a string")
    {
        var text = reader.Text(otherwise);
        return text.Length == 0 ? throw reader.Error("Null prefix/suffix not allowed") : text;
    }
}
