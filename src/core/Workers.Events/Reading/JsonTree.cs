using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Events.Reading;

/// <summary>Rewrites JSON by a function over its tree; for what is too rare to be worth doing without one.</summary>
internal static class JsonTree
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    /// <summary>The rewritten JSON; null where the function answers null.</summary>
    /// <exception cref="PoisonEventException">The function says so, or met a value of a kind that it does not know.</exception>
    public static byte[]? Rewrite(ReadOnlySpan<byte> json, Func<JsonObject, JsonObject?> rewrite)
    {
        try
        {
            var tree = JsonNode.Parse(json, nodeOptions: null, NoDuplicates)!.AsObject();
            return rewrite(tree) is { } rewritten ? Encoding.UTF8.GetBytes(rewritten.ToJsonString()) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw PoisonEventException.At("", "holds a member twice, half a character, or a value of a kind that fits no known shape");
        }
    }

    /// <summary>Whether it is an object in which no member stands twice.</summary>
    public static bool IsObject(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json, nodeOptions: null, NoDuplicates) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <exception cref="JsonException">It is no JSON, or a member stands twice in an object.</exception>
    public static JsonNode? Parse(string json) => JsonNode.Parse(json, nodeOptions: null, NoDuplicates);
}
