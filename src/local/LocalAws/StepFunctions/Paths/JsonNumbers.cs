using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Paths;

/// <summary>Numbers of JSON, compared by value however they are written.</summary>
internal static class JsonNumbers
{
    private const NumberStyles Style = NumberStyles.Float;

    /// <summary>The number; null when the node is none.</summary>
    public static double? Read(JsonNode? node) => JsonText.Kind(node) == JsonValueKind.Number
        ? double.Parse(JsonText.Write(node), Style, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The number when it is a whole one that a long holds, however it is written; null otherwise.</summary>
    public static long? ReadWhole(JsonNode? node) =>
        JsonText.Kind(node) == JsonValueKind.Number
            ? ReadWhole(JsonText.Write(node))
            : null;

    /// <summary>The same for a number in a text.</summary>
    public static long? ReadWhole(string? text) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
        && decimal.Truncate(number) == number
        && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;

    /// <summary>Compares two numbers; null when one of the nodes is none.</summary>
    public static int? Compare(JsonNode? left, JsonNode? right)
    {
        if (JsonText.Kind(left) != JsonValueKind.Number || JsonText.Kind(right) != JsonValueKind.Number)
        {
            return null;
        }

        return decimal.TryParse(JsonText.Write(left), Style, CultureInfo.InvariantCulture, out var exactLeft)
            && decimal.TryParse(JsonText.Write(right), Style, CultureInfo.InvariantCulture, out var exactRight)
                ? exactLeft.CompareTo(exactRight)
                : Read(left)!.Value.CompareTo(Read(right)!.Value);
    }

    /// <summary>Whether two values are the same JSON, numbers by value and members in any order.</summary>
    public static bool AreEqual(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (JsonObject one, JsonObject other) => one.Count == other.Count
            && one.All(member => other.TryGetPropertyValue(member.Key, out var value) && AreEqual(member.Value, value)),
        (JsonArray one, JsonArray other) => one.Count == other.Count && one.Zip(other).All(pair => AreEqual(pair.First, pair.Second)),
        (JsonValue, JsonValue) => Compare(left, right) is { } order ? order == 0 : JsonNode.DeepEquals(left, right),
        _ => false,
    };
}
