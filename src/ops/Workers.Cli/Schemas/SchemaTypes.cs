using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Cli.Schemas;

/// <summary>Types and listed values.</summary>
internal static class SchemaTypes
{
    private const string Whole = "integer";
    private const string Number = "number";

    /// <summary>What became of the types; null where they are the same.</summary>
    public static ChangeKind? Compare(JsonObject older, JsonObject newer)
    {
        var before = TypesOf(older);
        var after = TypesOf(newer);
        var isTaken = before is null ? after is null : after is null || before.All(type => Covers(after, type));
        var isKnown = after is null ? before is null : before is null || after.All(type => Covers(before, type));
        return (isTaken, isKnown) switch
        {
            (true, true) => null,
            (true, false) => ChangeKind.Widened,
            (false, true) => ChangeKind.Narrowed,
            _ => ChangeKind.Replaced,
        };
    }

    /// <summary>The values that a schema lists; null where it lists none.</summary>
    public static IReadOnlyList<JsonNode?>? ValuesOf(JsonObject schema) => schema switch
    {
        _ when schema.ContainsKey("const") => [schema["const"]],
        _ when schema["enum"] is JsonArray values => [.. values],
        _ => null,
    };

    /// <summary>Whether a schema allows a listed value.</summary>
    public static bool Allows(JsonObject schema, JsonNode? value) => ValuesOf(schema) is { } values
        ? values.Any(other => JsonNode.DeepEquals(other, value))
        : (TypesOf(schema) is not { } types || Covers(types, TypeOf(value))) && ValueRanges.Allow(schema, value);

    // Listed values have types too, whether or not they are said.
    private static HashSet<string>? TypesOf(JsonObject schema) => (schema["type"], ValuesOf(schema)) switch
    {
        (JsonArray types, _) => [.. types.Select(type => (string)type!)],
        (JsonValue type, _) => [(string)type!],
        (_, { } values) => [.. values.Select(TypeOf)],
        _ => null,
    };

    private static bool Covers(HashSet<string> types, string type) => types.Contains(type) || (type == Whole && types.Contains(Number));

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => ValueRanges.NumberOf(value) is { } number && decimal.IsInteger(number) ? Whole : Number,
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };
}
