using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Paths;

/// <summary>One step of a path: what it selects from a value.</summary>
internal interface IPathStep
{
    /// <summary>Whether it selects one value at most.</summary>
    bool IsDefinite { get; }

    /// <summary>What it selects; nothing where the value has no such part.</summary>
    /// <param name="value">The value so far.</param>
    /// <param name="root">What <c>$</c> stands for in filters.</param>
    IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root);
}

/// <summary>A member by name: <c>.name</c>, <c>['name']</c>.</summary>
internal sealed record MemberStep(string Name) : IPathStep
{
    public bool IsDefinite => true;

    public IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root) =>
        value is JsonObject members && members.TryGetPropertyValue(Name, out var member) ? [member] : [];

    public override string ToString() => $"['{Name}']";
}

/// <summary>An element by its place, from the end when negative: <c>[0]</c>, <c>[-1]</c>.</summary>
internal sealed record IndexStep(int Index) : IPathStep
{
    public bool IsDefinite => true;

    public IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root)
    {
        if (value is not JsonArray elements)
        {
            return [];
        }

        var place = Index < 0 ? elements.Count + Index : Index;
        return place >= 0 && place < elements.Count ? [elements[place]] : [];
    }

    public override string ToString() => $"[{Index}]";
}

/// <summary>All members or elements: <c>.*</c>, <c>[*]</c>.</summary>
internal sealed record WildcardStep : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root) => Children(value);

    public static IEnumerable<JsonNode?> Children(JsonNode? value) => value switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray elements => elements,
        _ => [],
    };
}

/// <summary>What several steps select, one after the other: <c>['a','b']</c>, <c>[0,2]</c>.</summary>
internal sealed record UnionStep(IReadOnlyList<IPathStep> Steps) : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root) => Steps.SelectMany(step => step.Select(value, root));
}

/// <summary>A part of an array: <c>[1:3]</c>, <c>[-2:]</c>, <c>[::2]</c>.</summary>
internal sealed record SliceStep(int? From, int? To, int Step) : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root)
    {
        if (value is not JsonArray elements)
        {
            yield break;
        }

        var end = Place(To ?? elements.Count, elements.Count);
        for (var place = Place(From ?? 0, elements.Count); place < end; place += Step)
        {
            yield return elements[place];
        }
    }

    private static int Place(int index, int count) => Math.Clamp(index < 0 ? count + index : index, 0, count);
}

/// <summary>What the next step selects from a value and from all that is in it: <c>..name</c>.</summary>
internal sealed record DescentStep(IPathStep Next) : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root) =>
        Next.Select(value, root).Concat(WildcardStep.Children(value).SelectMany(child => Select(child, root)));
}

/// <summary>The elements or members for which a condition holds: <c>[?(@.price &lt; 10)]</c>.</summary>
internal sealed record FilterStep(IFilter Filter) : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root) =>
        WildcardStep.Children(value).Where(child => Filter.Holds(child, root));
}

/// <summary>How many elements or members there are: <c>.length()</c>.</summary>
internal sealed record LengthStep : IPathStep
{
    public bool IsDefinite => true;

    public IEnumerable<JsonNode?> Select(JsonNode? value, JsonNode? root) => value switch
    {
        JsonArray elements => [JsonValue.Create(elements.Count)],
        JsonObject members => [JsonValue.Create(members.Count)],
        _ => [],
    };
}
