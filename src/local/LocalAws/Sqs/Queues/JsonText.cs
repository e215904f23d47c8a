using System.Text.Json.Nodes;

namespace LocalAws.Sqs.Queues;

/// <summary>Compares attributes whose value may be JSON: spaces and the order of members make no difference.</summary>
internal static class JsonText
{
    public static bool Same(string? left, string? right) =>
        left == right
        || (left is ['{', ..] && right is ['{', ..] && JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(right)));
}
