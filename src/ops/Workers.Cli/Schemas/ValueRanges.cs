using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workers.Cli.Schemas;

/// <summary>Numbers, lengths and forms: the keywords of which a rule can be tighter or wider than another.</summary>
internal static class ValueRanges
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);
    private static readonly string[] Least = ["minLength", "minItems", "minProperties"];
    private static readonly string[] Most = ["maxLength", "maxItems", "maxProperties"];
    private static readonly string[] Forms = ["pattern", "format"];

    /// <summary>Every keyword that is compared here.</summary>
    public static IEnumerable<string> Keywords =>
        ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "uniqueItems", .. Least, .. Most, .. Forms];

    /// <summary>Every change, by its keyword.</summary>
    public static IEnumerable<(string Keyword, ChangeKind Kind, JsonNode? Was, JsonNode? Is)> Compare(JsonObject older, JsonObject newer) =>
        from change in Changes(older, newer)
        where change.Kind is not null
        select (change.Keyword, change.Kind!.Value, older[change.Keyword], newer[change.Keyword]);

    /// <summary>Whether a value keeps to the ranges of a schema; of a pattern that takes too long it does not.</summary>
    public static bool Allow(JsonObject schema, JsonNode? value)
    {
        if (value is JsonValue text && text.TryGetValue<string>(out var characters))
        {
            var length = characters.EnumerateRunes().Count();
            return length >= (NumberOf(schema["minLength"]) ?? 0)
                && length <= (NumberOf(schema["maxLength"]) ?? decimal.MaxValue)
                && (schema["pattern"] is null || Matches(characters, (string)schema["pattern"]!));
        }

        return NumberOf(value) is not { } number
            || (LowerOf(schema).CompareTo((number, 0)) <= 0 && UpperOf(schema).CompareTo((-number, 0)) <= 0
                && (NumberOf(schema["multipleOf"]) is not { } step || number % step == 0));
    }

    /// <summary>A number by its value; null for what is none, or too large to compare exactly.</summary>
    public static decimal? NumberOf(JsonNode? value) =>
        value is JsonValue && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static IEnumerable<(string Keyword, ChangeKind? Kind)> Changes(JsonObject older, JsonObject newer)
    {
        yield return (Present(newer, older, "exclusiveMinimum", "minimum"), Tightened(LowerOf(older).CompareTo(LowerOf(newer))));
        yield return (Present(newer, older, "exclusiveMaximum", "maximum"), Tightened(UpperOf(older).CompareTo(UpperOf(newer))));
        foreach (var keyword in Least)
        {
            yield return (keyword, Tightened((NumberOf(older[keyword]) ?? 0).CompareTo(NumberOf(newer[keyword]) ?? 0)));
        }

        foreach (var keyword in Most)
        {
            yield return (keyword, Tightened(MostOf(newer, keyword).CompareTo(MostOf(older, keyword))));
        }

        yield return ("uniqueItems", Tightened(IsTrue(older["uniqueItems"]).CompareTo(IsTrue(newer["uniqueItems"]))));
        yield return ("multipleOf", Steps(NumberOf(older["multipleOf"]), NumberOf(newer["multipleOf"])));
        foreach (var keyword in Forms)
        {
            yield return (keyword, Form((string?)older[keyword], (string?)newer[keyword]));
        }
    }

    // Negative where the older rule comes first, and so allows more.
    private static ChangeKind? Tightened(int order) => order switch
    {
        < 0 => ChangeKind.Narrowed,
        > 0 => ChangeKind.Widened,
        _ => null,
    };

    private static ChangeKind? Steps(decimal? before, decimal? after) => (before, after) switch
    {
        _ when before == after => null,
        (null, _) => ChangeKind.Narrowed,
        (_, null) => ChangeKind.Widened,
        _ when after % before == 0 => ChangeKind.Narrowed,
        _ when before % after == 0 => ChangeKind.Widened,
        _ => ChangeKind.Replaced,
    };

    private static ChangeKind? Form(string? before, string? after) => (before, after) switch
    {
        _ when before == after => null,
        (null, _) => ChangeKind.Narrowed,
        (_, null) => ChangeKind.Widened,
        _ => ChangeKind.Replaced,
    };

    // A bound, and 1 beside it where the bound itself is out: as a pair they are in the order of how tight they are.
    private static (decimal Bound, int IsOut) LowerOf(JsonObject schema) => Tighter(
        NumberOf(schema["minimum"]) ?? decimal.MinValue, NumberOf(schema["exclusiveMinimum"]) ?? decimal.MinValue);

    private static (decimal Bound, int IsOut) UpperOf(JsonObject schema) => Tighter(
        -(NumberOf(schema["maximum"]) ?? decimal.MaxValue), -(NumberOf(schema["exclusiveMaximum"]) ?? decimal.MaxValue));

    private static (decimal Bound, int IsOut) Tighter(decimal closed, decimal open) =>
        open >= closed && open != decimal.MinValue ? (open, 1) : (closed, 0);

    private static decimal MostOf(JsonObject schema, string keyword) => NumberOf(schema[keyword]) ?? decimal.MaxValue;

    private static string Present(JsonObject newer, JsonObject older, string first, string second) =>
        newer.ContainsKey(first) || (older.ContainsKey(first) && !newer.ContainsKey(second)) ? first : second;

    private static bool IsTrue(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.True;

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
