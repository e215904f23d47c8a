using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workers.Cli.Schemas;

/// <summary>Follows references inside a schema's own document, on both sides of a comparison.</summary>
internal sealed partial class SchemaReferences(JsonObject was, JsonObject becomes)
{
    public const string Keyword = "$ref";

    private readonly HashSet<(string, string)> _open = [];

    /// <summary>The two schemas that two places lead to; null for a pair that is being compared already.</summary>
    public Visiting? Visit(JsonNode? older, JsonNode? newer)
    {
        var key = (Reference(older), Reference(newer));
        return key is ("", "") || _open.Add(key)
            ? new(Follow(older, was, []), Follow(newer, becomes, []), () => _open.Remove(key))
            : null;
    }

    /// <summary>The event's file and major version that a schema refers to; another minor is that event's own matter.</summary>
    public static string FileOf(JsonObject schema) => MinorOfAFile.Replace((string?)schema[Keyword] ?? "", "$1");

    private static string Reference(JsonNode? schema) =>
        schema is JsonObject rules && rules[Keyword] is JsonValue reference ? (string)reference! : "";

    private static JsonObject Follow(JsonNode? schema, JsonObject document, HashSet<string> followed)
    {
        switch (schema)
        {
            case JsonObject rules when Reference(rules) is ['#', ..] reference && followed.Add(reference):
                var target = Follow(Find(document, reference), document, followed).DeepClone().AsObject();
                foreach (var (keyword, value) in rules.Where(rule => rule.Key != Keyword))
                {
                    target[keyword] = value?.DeepClone();
                }

                return target;
            case JsonObject rules:
                return rules;
            default:
                return [];   // true, or nothing at all: anything goes
        }
    }

    private static JsonNode? Find(JsonObject document, string reference) => reference.Split('/').Skip(1)
        .Select(Uri.UnescapeDataString)
        .Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
        .Aggregate((JsonNode?)document, (node, step) => node is JsonObject rules ? rules[step] : null);

    [GeneratedRegex(@"(\.[0-9]+)\.[0-9]+(?=\.schema\.json\z)", RegexOptions.CultureInvariant)]
    private static partial Regex MinorOfAFile { get; }

    /// <summary>A pair that is being compared, until it is disposed.</summary>
    internal sealed class Visiting(JsonObject older, JsonObject newer, Action end) : IDisposable
    {
        public (JsonObject Older, JsonObject Newer) Value => (older, newer);

        public void Dispose() => end();
    }
}
