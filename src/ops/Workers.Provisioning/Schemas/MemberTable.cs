using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Workers.Provisioning.Schemas;

/// <summary>A schema as a table for people: a row for each member, those of objects and lists inside included.</summary>
internal static class MemberTable
{
    /// <summary>The member that all events have; it is described once.</summary>
    public const string Metadata = "metadata";

    public static string Of(JsonObject schema) =>
        $"""
        <div class="wide" role="region" aria-label="Members" tabindex="0"><table>
        <thead><tr><th scope="col">member</th><th scope="col">presence</th><th scope="col">value</th><th scope="col">means</th></tr></thead>
        <tbody>
        {string.Concat(Rows(schema, ""))}</tbody>
        </table></div>{Alternatives(schema)}

        """;

    private static IEnumerable<string> Rows(JsonObject schema, string path)
    {
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            var rules = member!.AsObject();
            var isMetadata = path.Length == 0 && name == Metadata;
            var value = isMetadata ? "<a href=\"#metadata\">metadata</a>" : Value(rules);
            var presence = required.Contains(name) ? "required" : "optional";
            yield return $"<tr><th scope=\"row\"><code>{path}{Text(name)}</code></th>"
                + $"<td>{presence}</td><td>{value}</td><td>{Text($"{rules["description"]}")}</td></tr>\n";
            foreach (var row in isMetadata ? [] : Inside(rules, $"{path}{Text(name)}"))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<string> Inside(JsonObject rules, string path) => rules switch
    {
        _ when rules["properties"] is not null => Rows(rules, $"{path}."),
        _ when rules["items"] is JsonObject items => Inside(items, $"{path}[]"),
        _ => [],
    };

    private static string Value(JsonObject rules) => rules switch
    {
        _ when rules["const"] is { } one => $"<code>{Text(one.ToString())}</code>",
        _ when rules["enum"] is JsonArray values => string.Join(" <i>or</i> ", values.Select(value => $"<code>{Text($"{value}")}</code>")),
        _ when rules["anyOf"] is JsonArray options => string.Join(" <i>or</i> ", options.Select(option => Value(option!.AsObject()))),
        _ when rules["$ref"] is { } file => $"<a href=\"{Text($"{file}")}\">as its schema says</a>",
        _ when rules["items"] is JsonObject items => $"list{(items["properties"] is null ? $" of {Value(items)}" : "")}{Limits(rules)}",
        _ => $"{Text((string?)rules["type"] ?? "any")}{Limits(rules)}",
    };

    private static string Limits(JsonObject rules)
    {
        string?[] limits =
        [
            Span(rules["minimum"], rules["maximum"], ""),
            Only("above", rules["exclusiveMinimum"]),
            Only("below", rules["exclusiveMaximum"]),
            Only("in steps of", rules["multipleOf"]),
            Span(rules["minLength"], rules["maxLength"], " characters"),
            Span(rules["minItems"], rules["maxItems"], " of them"),
        ];
        var pattern = rules["pattern"] is { } form ? $" <details><summary>pattern</summary><code>{Text($"{form}")}</code></details>" : "";
        return string.Concat(limits.Where(limit => limit is not null).Select(limit => $", {limit}")) + pattern;
    }

    private static string? Span(JsonNode? least, JsonNode? most, string of) => (least, most) switch
    {
        (null, null) => null,
        (null, _) => $"at most {Number(most)}{of}",
        (_, null) => $"at least {Number(least)}{of}",
        _ => $"{Number(least)} to {Number(most)}{of}",
    };

    private static string? Only(string word, JsonNode? limit) => limit is null ? null : $"{word} {Number(limit)}";

    private static string Number(JsonNode number) =>
        decimal.TryParse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value.ToString("#,0.############", CultureInfo.InvariantCulture)
        : Text(number.ToJsonString());

    private static string Alternatives(JsonObject schema) => schema["oneOf"] is JsonArray options
        ? $"\n<p>Exactly one of them: {string.Join(", ", options.Select(Alternative))}.</p>"
        : "";

    private static string Alternative(JsonNode? option) => $"<code>{Text(string.Join(" + ", option!["required"]!.AsArray()))}</code>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
