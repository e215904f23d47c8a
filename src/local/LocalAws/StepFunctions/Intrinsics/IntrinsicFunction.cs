using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Intrinsics;

/// <summary>An intrinsic function.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Fewest">The fewest arguments that it takes.</param>
/// <param name="Most">The most.</param>
/// <param name="Compute">Computes it; a <see cref="FormatException"/> says why it cannot.</param>
internal sealed record IntrinsicFunction(string Name, int Fewest, int Most, Func<IntrinsicArguments, JsonNode?> Compute)
{
    private static readonly FrozenDictionary<string, IntrinsicFunction> Functions = new IntrinsicFunction[]
    {
        new("States.Array", 0, int.MaxValue, ArrayFunctions.Make),
        new("States.ArrayPartition", 2, 2, ArrayFunctions.Partition),
        new("States.ArrayContains", 2, 2, ArrayFunctions.Contains),
        new("States.ArrayRange", 3, 3, ArrayFunctions.Range),
        new("States.ArrayGetItem", 2, 2, ArrayFunctions.GetItem),
        new("States.ArrayLength", 1, 1, ArrayFunctions.Length),
        new("States.ArrayUnique", 1, 1, ArrayFunctions.Unique),
        new("States.Format", 1, int.MaxValue, TextFunctions.Format) { TakesRawText = true },
        new("States.StringSplit", 2, 2, TextFunctions.Split),
        new("States.StringToJson", 1, 1, TextFunctions.ToJson),
        new("States.JsonToString", 1, 1, TextFunctions.FromJson),
        new("States.JsonMerge", 3, 3, TextFunctions.Merge),
        new("States.Base64Encode", 1, 1, TextFunctions.Encode),
        new("States.Base64Decode", 1, 1, TextFunctions.Decode),
        new("States.Hash", 2, 2, TextFunctions.Hash),
        new("States.UUID", 0, 0, TextFunctions.Uuid),
        new("States.MathRandom", 2, 3, NumberFunctions.Random),
        new("States.MathAdd", 2, 2, NumberFunctions.Add),
    }.ToFrozenDictionary(function => function.Name);

    /// <summary>Whether its first argument, when it is a constant, is taken with the backslashes that stand in it.</summary>
    public bool TakesRawText { get; init; }

    /// <summary>How many arguments it takes, in words.</summary>
    public string Arity => Most switch
    {
        int.MaxValue => $"{Fewest} or more",
        _ when Fewest == Most => $"{Fewest}",
        _ => $"{Fewest} to {Most}",
    };

    /// <summary>The function of that name; null when there is none.</summary>
    public static IntrinsicFunction? Find(string name) => Functions.GetValueOrDefault(name);
}
