using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Intrinsics;

/// <summary>The functions of arrays.</summary>
internal static class ArrayFunctions
{
    // "Step Functions returns an error if the range exceeds 1000."
    private const int LongestRange = 1000;

    public static JsonNode Make(IntrinsicArguments arguments) => Copy(arguments.All);

    public static JsonNode Partition(IntrinsicArguments arguments)
    {
        var size = arguments.Whole(1);
        return size is > 0 and <= int.MaxValue
            ? new JsonArray([.. arguments.Array(0).Chunk((int)size).Select(Copy)])
            : throw new FormatException("the size of a part must be positive");
    }

    public static JsonNode Contains(IntrinsicArguments arguments) =>
        JsonValue.Create(arguments.Array(0).Any(element => JsonNumbers.AreEqual(element, arguments[1])));

    public static JsonNode Range(IntrinsicArguments arguments)
    {
        var (first, last, step) = (arguments.Whole(0), arguments.Whole(1), arguments.Whole(2));
        if (step == 0)
        {
            throw new FormatException("the increment must not be 0");
        }

        var count = Math.Max(0, Math.Floor(((decimal)last - first) / step) + 1);
        return count <= LongestRange
            ? new JsonArray([.. Enumerable.Range(0, (int)count).Select(i => JsonValue.Create(first + (i * step)))])
            : throw new FormatException($"a range has at most {LongestRange} elements");
    }

    public static JsonNode? GetItem(IntrinsicArguments arguments)
    {
        var (elements, place) = (arguments.Array(0), arguments.Whole(1));
        return place >= 0 && place < elements.Count
            ? elements[(int)place]?.DeepClone()
            : throw new FormatException($"there is no element {place} in an array of {elements.Count}");
    }

    public static JsonNode Length(IntrinsicArguments arguments) => JsonValue.Create(arguments.Array(0).Count);

    public static JsonNode Unique(IntrinsicArguments arguments)
    {
        List<JsonNode?> seen = [];
        foreach (var element in arguments.Array(0))
        {
            if (!seen.Any(one => JsonNumbers.AreEqual(one, element)))
            {
                seen.Add(element);
            }
        }

        return Copy(seen);
    }

    private static JsonArray Copy(IEnumerable<JsonNode?> elements) => new([.. elements.Select(element => element?.DeepClone())]);
}
