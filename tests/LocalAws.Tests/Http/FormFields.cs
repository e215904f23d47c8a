using System.Text.Json.Nodes;

namespace LocalAws.Tests.Http;

/// <summary>A request's members as the fields of a form, as clients of the query protocol write them.</summary>
internal static class FormFields
{
    /// <summary>The fields. An object whose only member is <c>key</c> is a map; what is empty gets an element, or it would not be there.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(JsonNode? node, string path = "") => node switch
    {
        JsonObject { Count: 1 } map when map.ContainsKey("key") =>
            Of(map["key"], $"{path}.entry.1.value").Prepend(new($"{path}.entry.1.key", "key")),
        JsonObject { Count: 0 } when path.Length > 0 => [new($"{path}.member-of-nothing", "x")],
        JsonObject members => members.SelectMany(member => Of(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray { Count: 0 } when path.Length > 0 => [new($"{path}.member.1", "x")],
        JsonArray elements => elements.SelectMany((element, index) => Of(element, $"{path}.member.{index + 1}")),
        _ => [new(path, $"{node}")],
    };
}
