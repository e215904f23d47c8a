using System.Text.Json;

namespace LocalAws.Policies;

/// <summary>Reads IAM's JSON, where a list of one may be written without its brackets.</summary>
internal static class PolicyJson
{
    public static IEnumerable<JsonElement> ManyOrOne(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];

    public static IReadOnlyList<string> Texts(JsonElement value) => [.. ManyOrOne(value).Select(item => item.ToString())];

    /// <summary>The texts of a member; none when it is missing.</summary>
    public static IReadOnlyList<string> Texts(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? Texts(value) : [];
}
