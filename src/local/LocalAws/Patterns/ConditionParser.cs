using System.Text.Json;
using LocalAws.Patterns.Matchers;

namespace LocalAws.Patterns;

/// <summary>Reads what a pattern lists for one field: values, and match expressions such as <c>{"prefix": "a"}</c>.</summary>
internal static class ConditionParser
{
    private const string OneKey = "Only one key allowed in match expression";

    /// <summary>Reads up to the end of the array that the reader has just entered.</summary>
    public static FieldCondition Parse(ref PatternReader reader)
    {
        List<IValueMatcher> values = [];
        var mayBeAbsent = false;
        while (reader.Read() != JsonTokenType.EndArray)
        {
            if (ParseValue(ref reader) is { } matcher)
            {
                values.Add(matcher);
            }
            else
            {
                mayBeAbsent = true;
            }
        }

        return values.Count == 0 && !mayBeAbsent
            ? throw reader.Error("Empty arrays are not allowed")
            : new FieldCondition([.. values], mayBeAbsent);
    }

    // Null: the field must be absent, which no value can meet.
    private static IValueMatcher? ParseValue(ref PatternReader reader) => reader.Token switch
    {
        JsonTokenType.StartObject => ParseExpression(ref reader),
        JsonTokenType.String => ParseText(reader.Text()),
        JsonTokenType.Number => NumericMatcher.EqualTo(reader.Number()),
        JsonTokenType.True => new KindMatcher(JsonValueKind.True),
        JsonTokenType.False => new KindMatcher(JsonValueKind.False),
        JsonTokenType.Null => new KindMatcher(JsonValueKind.Null),
        _ => throw reader.Error("Match value must be String, number, true, false, or null"),
    };

    private static IValueMatcher ParseText(string text) => (IValueMatcher?)CidrMatcher.OfAddress(text) ?? new TextMatcher(text);

    private static IValueMatcher? ParseExpression(ref PatternReader reader)
    {
        if (reader.Read() != JsonTokenType.PropertyName)
        {
            throw reader.Error("Match expression name not found");
        }

        var name = reader.Text();
        reader.Read();
        IValueMatcher? matcher = name switch
        {
            "exactly" => new TextMatcher(reader.Text("exact match pattern must be a string")),
            "prefix" => ParseAffix(ref reader, "Prefix", TextMatch.Prefix),
            "suffix" => ParseAffix(ref reader, "Suffix", TextMatch.Suffix),
            "equals-ignore-case" => IgnoringCase(ref reader, TextMatch.Whole),
            "wildcard" when reader.IsWhole => WildcardMatcher.Parse(ref reader),
            "cidr" => CidrMatcher.Parse(reader.Text("prefix match pattern must be a string")),
            "numeric" => NumericParser.Parse(ref reader),
            "anything-but" => AnythingButParser.Parse(ref reader),
            "exists" => ParseExists(ref reader),
            _ => throw reader.Error($"Unrecognized match type {name}"),
        };
        reader.End(JsonTokenType.EndObject, name is "numeric" or "anything-but" ? "Too many elements in numeric expression" : OneKey);
        return matcher;
    }

    private static TextMatcher ParseAffix(ref PatternReader reader, string name, TextMatch match)
    {
        if (reader.Token != JsonTokenType.StartObject)
        {
            return new TextMatcher(reader.Text($"{name.ToLowerInvariant()} match pattern must be a string"), match);
        }

        if (reader.Read() != JsonTokenType.PropertyName)
        {
            throw reader.Error($"{name} expression name not found");
        }

        var modifier = reader.Text();
        reader.Read();
        if (modifier != "equals-ignore-case")
        {
            throw reader.Error($"Unsupported {name.ToLowerInvariant()} pattern: {modifier}");
        }

        var matcher = IgnoringCase(ref reader, match);
        reader.End(JsonTokenType.EndObject, OneKey);
        return matcher;
    }

    private static TextMatcher IgnoringCase(ref PatternReader reader, TextMatch match) =>
        new(reader.Text("equals-ignore-case match pattern must be a string"), match, StringComparison.OrdinalIgnoreCase);

    private static ExistsMatcher? ParseExists(ref PatternReader reader) => reader.Token switch
    {
        JsonTokenType.True => new ExistsMatcher(),
        JsonTokenType.False => null,
        _ => throw reader.Error("exists match pattern must be either true or false."),
    };
}
