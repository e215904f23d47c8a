using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workers.Tests.Contracts;

/// <summary>JSON Schema, as far as the schemas of docs/events use it. Lengths count characters of Unicode, numbers count by their value.</summary>
internal static class SchemaValidator
{
    private const int Decimals = 60;
    private static readonly BigInteger One = BigInteger.Pow(10, Decimals);

    public static bool Allows(JsonNode schema, JsonNode? value) => schema.AsObject().All(keyword => Allows(keyword.Key, keyword.Value!, value));

    private static bool Allows(string keyword, JsonNode rule, JsonNode? value) => keyword switch
    {
        "$schema" or "title" or "description" => true,
        "type" => IsOf((string)rule!, value),
        "properties" => value is not JsonObject owner
            || rule.AsObject().All(member => !owner.ContainsKey(member.Key) || Allows(member.Value!, owner[member.Key])),
        "additionalProperties" => value is not JsonObject owner || owner.All(member => Allows(rule, member.Value)),
        "propertyNames" => value is not JsonObject owner || owner.All(member => Allows(rule, JsonValue.Create(member.Key))),
        "maxProperties" => value is not JsonObject owner || owner.Count <= (int)rule,
        "required" => value is not JsonObject owner || rule.AsArray().All(name => owner.ContainsKey((string)name!)),
        "items" => value is not JsonArray list || list.All(item => Allows(rule, item)),
        "minItems" => value is not JsonArray list || list.Count >= (int)rule,
        "minLength" => TextOf(value) is not { } text || text.EnumerateRunes().Count() >= (int)rule,
        "maxLength" => TextOf(value) is not { } text || text.EnumerateRunes().Count() <= (int)rule,
        "pattern" => TextOf(value) is not { } text || Regex.IsMatch(text, EndsAtTheEnd((string)rule!), RegexOptions.CultureInvariant),
        "minimum" => NumberOf(value) is not { } number || number >= NumberOf(rule),
        "maximum" => NumberOf(value) is not { } number || number <= NumberOf(rule),
        "multipleOf" => NumberOf(value) is not { } number || number % NumberOf(rule)!.Value == 0,
        "enum" => rule.AsArray().Any(option => JsonNode.DeepEquals(option, value)),
        "anyOf" => rule.AsArray().Any(option => Allows(option!, value)),
        "oneOf" => rule.AsArray().Count(option => Allows(option!, value)) == 1,
        _ => throw new NotSupportedException($"The schemas have a keyword that is new here: {keyword}"),
    };

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => NumberOf(value) is { } number && number % One == 0,
        _ => false,
    };

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A number exactly, in units of which <see cref="One"/> is one.</summary>
    private static BigInteger? NumberOf(JsonNode? value)
    {
        if (value?.GetValueKind() is not JsonValueKind.Number)
        {
            return null;
        }

        var parts = value.ToJsonString().ToUpperInvariant().Split('E');
        var mantissa = parts[0].Split('.');
        var digits = BigInteger.Parse(string.Concat(mantissa), CultureInfo.InvariantCulture);
        if (digits.IsZero)
        {
            return digits;
        }

        var exponent = Decimals - mantissa.Skip(1).Sum(fraction => fraction.Length)
            + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return digits * BigInteger.Pow(10, exponent);
    }

    // To .NET, $ also stands before a last line feed.
    private static string EndsAtTheEnd(string pattern) => pattern.EndsWith('$') ? $"{pattern[..^1]}\\z" : pattern;
}
