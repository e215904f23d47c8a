using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Tests.Contracts;

/// <summary>Generates JSON out of a schema: values on its bounds as often as between them, and optional members as often as not.</summary>
internal static class SchemaGenerator
{
    private const string IdCharacters = "ABCXYZabcxyz0189-_";
    private static readonly string[] Letters = ["a", "Z", " ", "é", "\"", "\\", "<", "日", "😀"];

    public static Gen<JsonNode> Of(JsonNode schema) => schema switch
    {
        JsonObject { } rules when rules["anyOf"] is JsonArray options => Gen.OneOf(options.Select(option => Of(option!)).ToArray()),
        JsonObject { } rules when rules["enum"] is JsonArray values => Gen.Elements(values.Select(value => value!.DeepClone()).ToArray()),
        _ => (string)schema["type"]! switch
        {
            "object" when schema["additionalProperties"] is { } values => PropertiesOf(schema, values),
            "object" => ObjectOf(schema),
            "boolean" => Gen.Elements(true, false).Select(JsonNode (flag) => JsonValue.Create(flag)),
            "array" => Of(schema["items"]!).NonEmptyListOf().Select(JsonNode (items) => new JsonArray(
                [.. items.DistinctBy(item => $"{item["productId"]}").Take(4).Select(item => item.DeepClone())])),
            "integer" => Gen.OneOf(Bounds(schema), Gen.Choose((int)schema["minimum"]!, Math.Min((int)schema["maximum"]!, 90)).Select(number => Json($"{number}.0")), Gen.Constant(Json("1e1"))),
            "number" => Gen.OneOf(Bounds(schema), Gen.Choose(0, 100_000).Select(cents => Json($"{cents}e-2")), Gen.Constant(Json("59.98000"))),
            "string" => TextOf(schema),
            var other => throw new NotSupportedException(other),
        },
    };

    private static Gen<JsonNode> PropertiesOf(JsonNode schema, JsonNode values) =>
        from count in Gen.Elements(0, 1, (int)schema["maxProperties"]!)
        from name in Gen.Elements("page", "a b", "日", new string('x', (int)schema["propertyNames"]!["maxLength"]! - 2))
        from value in Of(values)
        select (JsonNode)new JsonObject(
            Enumerable.Range(0, count).Select(index => KeyValuePair.Create($"{name}{index}", (JsonNode?)value.DeepClone())));

    private static Gen<JsonNode> ObjectOf(JsonNode schema)
    {
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        if (schema["oneOf"] is JsonArray { Count: 2 })
        {
            required.Add("restock");   // of a count and a restock exactly one
        }

        return schema["properties"]!.AsObject()
            .Where(member => schema["oneOf"] is null || member.Key != "currentStock")
            .Aggregate(
                Gen.Constant<JsonNode>(new JsonObject()).Select(node => node.DeepClone()),
                (owner, member) =>
                    from node in owner
                    from isThere in Gen.Elements(true, required.Contains(member.Key))
                    from value in Of(member.Value!)
                    select isThere ? With(node, member.Key, value) : node);
    }

    private static JsonNode With(JsonNode owner, string name, JsonNode value)
    {
        var copy = owner.DeepClone();
        copy[name] = value.DeepClone();
        return copy;
    }

    private static Gen<JsonNode> Bounds(JsonNode schema) => Gen.Elements(Json($"{schema["minimum"]}"), Json($"{schema["maximum"]}"));

    private static Gen<JsonNode> TextOf(JsonNode schema)
    {
        var longest = (int?)schema["maxLength"] ?? 55;
        return ((string?)schema["pattern"] switch
        {
            IdGrammar.Pattern => Gen.OneOf(
                Gen.Elements("a", "-", "A.b.c", "CUST-001", new('x', longest)), TextOf([.. IdCharacters.Select(one => $"{one}")], 1, longest)),
            { } type when type == new EventTypeAttribute().Pattern => TextOf([.. IdCharacters.Select(one => $"{one}")], 1, longest),
            { } code when code == new CurrencyAttribute().Pattern => Gen.Elements("USD", "eur", "XyZ"),
            TimeGrammar.Pattern => Gen.Elements("2024-01-15T10:00:00", "2026-01-15t10:00:00z", "0001-01-01T23:59:59.123456789Z", "2026-02-28T10:00:00.1-23:59"),
            EmailAttribute.Form => Gen.Elements("a@b.c", "Ada.L-1+x@mail.example.com", $"{new string('x', longest - 12)}@example.com"),
            { } version when version.StartsWith("^1", StringComparison.Ordinal) => Gen.Elements("1.0", "1.7", "1.999999"),
            _ => Gen.OneOf(Gen.Constant(string.Concat(Enumerable.Repeat("😀", longest))), TextOf(Letters, 0, longest)),
        }).Select(JsonNode (text) => JsonValue.Create(text));
    }

    private static Gen<string> TextOf(string[] letters, int least, int most) =>
        Gen.Choose(least, most).SelectMany(length => Gen.Elements(letters).ListOf(length)).Select(string.Concat);

    private static JsonNode Json(string json) => JsonNode.Parse(json)!;
}
