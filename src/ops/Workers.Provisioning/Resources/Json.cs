using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Provisioning.Resources;

/// <summary>Compares documents that AWS may have stored with other white space or member order.</summary>
internal static class Json
{
    public static bool AreEqual(string? left, string? right) =>
        left == right || (TryParse(left) is { } first && TryParse(right) is { } second && JsonNode.DeepEquals(first, second));

    private static JsonNode? TryParse(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;   // what somebody else wrote there is simply different
        }
    }
}
