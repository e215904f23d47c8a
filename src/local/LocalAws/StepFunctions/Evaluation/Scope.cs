using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Evaluation;

/// <summary>What expressions of a state can see.</summary>
/// <param name="Data">What <c>$</c> stands for: input or result, depending on the place.</param>
/// <param name="MakeContext">Makes the context object, <c>$$</c>, for those who look at it.</param>
/// <param name="Variables">The variables that are assigned.</param>
/// <param name="Random">Where <c>States.MathRandom</c> draws from.</param>
internal sealed record Scope(
    JsonNode? Data, Func<JsonObject> MakeContext, ImmutableDictionary<string, JsonNode?> Variables, Random Random)
{
    /// <summary>The context object.</summary>
    public JsonObject Context => field ??= MakeContext();
}
