using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Intrinsics;

/// <summary>The functions of numbers.</summary>
internal static class NumberFunctions
{
    /// <summary>A whole number from the first on and below the second; the same one for the same seed.</summary>
    public static JsonNode Random(IntrinsicArguments arguments)
    {
        var (first, end) = (arguments.Whole(0), arguments.Whole(1));
        if (first >= end)
        {
            throw new FormatException("the start must be smaller than the end");
        }

        var random = arguments.Count == 3 ? new Random(arguments.Whole(2).GetHashCode()) : arguments.Random;
        lock (random)
        {
            return JsonValue.Create(random.NextInt64(first, end));
        }
    }

    public static JsonNode Add(IntrinsicArguments arguments)
    {
        try
        {
            return JsonValue.Create(checked(arguments.Whole(0) + arguments.Whole(1)));
        }
        catch (OverflowException)
        {
            throw new FormatException("the sum is out of the range of whole numbers");
        }
    }
}
