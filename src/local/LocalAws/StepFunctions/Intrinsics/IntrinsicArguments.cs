using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Intrinsics;

/// <summary>What a function is called with; says what is wrong with an argument.</summary>
internal sealed class IntrinsicArguments(IReadOnlyList<JsonNode?> values, Random random)
{
    public int Count => values.Count;

    public Random Random => random;

    public IReadOnlyList<JsonNode?> All => values;

    public JsonNode? this[int place] => values[place];

    public JsonArray Array(int place) => values[place] as JsonArray ?? throw Wrong(place, "an array");

    public JsonObject Object(int place) => values[place] as JsonObject ?? throw Wrong(place, "an object");

    public string String(int place) => JsonText.String(values[place]) ?? throw Wrong(place, "a string");

    public double Number(int place) => JsonNumbers.Read(values[place]) ?? throw Wrong(place, "a number");

    /// <summary>A whole number; what is not whole is rounded, halves up, as AWS does.</summary>
    public long Whole(int place)
    {
        var number = Math.Floor(Number(place) + 0.5);
        return number is >= -9.2e18 and <= 9.2e18 ? (long)number : throw Wrong(place, "a number in the range of whole numbers");
    }

    public bool Boolean(int place) => JsonText.Kind(values[place]) switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(place, "a boolean"),
    };

    private static FormatException Wrong(int place, string wanted) => new($"argument {place + 1} is not {wanted}");
}
