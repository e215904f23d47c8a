using System.Text.Json;

namespace LocalAws.EventBridge.Inputs;

/// <summary>One step of a path: to a member, to an element, or, with neither, to all of them.</summary>
internal readonly record struct JsonPathStep(string? Name = null, int? Index = null)
{
    public bool IsWildcard => Name is null && Index is null;

    public IEnumerable<JsonElement> From(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when Name is not null && value.TryGetProperty(Name, out var member) => [member],
        JsonValueKind.Object when IsWildcard => value.EnumerateObject().Select(property => property.Value),
        JsonValueKind.Array when Index < value.GetArrayLength() => [value[Index.Value]],
        JsonValueKind.Array when IsWildcard => value.EnumerateArray(),
        _ => [],
    };
}
