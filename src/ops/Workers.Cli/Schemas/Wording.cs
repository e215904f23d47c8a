using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Cli.Schemas;

/// <summary>What a schema says to people, and a schema's rules as people read them.</summary>
internal static class Wording
{
    private const int Longest = 200;

    private static readonly HashSet<string> Keywords =
    [
        "$schema", "$id", "$comment", "$defs", "definitions", "title", "description", "examples", "default", "deprecated", "readOnly",
        "writeOnly",
    ];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a keyword allows and forbids nothing by itself.</summary>
    public static bool Has(string keyword) => Keywords.Contains(keyword);

    /// <summary>A schema, or a list of some, without such keywords.</summary>
    public static JsonNode? Without(JsonNode? schema) => schema switch
    {
        JsonObject rules => With(rules.Where(rule => !Has(rule.Key)), WithoutIn),
        JsonArray list => new JsonArray([.. list.Select(Without)]),
        _ => schema?.DeepClone(),
    };

    // What is called "title" there is a member of that name, or a value.
    private static JsonNode? WithoutIn(string keyword, JsonNode? value) => (keyword, value) switch
    {
        ("properties" or "patternProperties" or "dependentSchemas", JsonObject members) => With(members, (_, member) => Without(member)),
        ("const" or "enum", _) => value?.DeepClone(),
        _ => Without(value),
    };

    private static JsonObject With(IEnumerable<KeyValuePair<string, JsonNode?>> members, Func<string, JsonNode?, JsonNode?> change) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, change(member.Key, member.Value))));

    /// <summary>A rule in one line.</summary>
    public static string Text(JsonNode? rule)
    {
        var text = Without(rule)?.ToJsonString(Plain) ?? SchemaChange.Nothing;
        return text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";
    }
}
