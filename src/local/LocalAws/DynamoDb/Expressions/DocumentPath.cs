using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>A path as written, such as <c>a.#b[2]</c>.</summary>
internal sealed class DocumentPath(IReadOnlyList<PathElement> elements)
{
    public int Length => elements.Count;

    /// <summary>The name of the attribute that the path begins with.</summary>
    public string Head(ExpressionAttributes attributes) => attributes.NameOf(elements[0]);

    /// <summary>The value that the path leads to, or null where it leads nowhere.</summary>
    public AttributeValue? Follow(AttributeMap? item, ExpressionAttributes attributes)
    {
        var value = item?[attributes.NameOf(elements[0])];
        for (var i = 1; i < elements.Count && value is not null; i++)
        {
            value = Step(value, elements[i], attributes);
        }

        return value;
    }

    /// <summary>The path with names in place of their placeholders.</summary>
    public PathElement[] Resolve(ExpressionAttributes attributes) =>
        [.. elements.Select(element => element.IsPlaceholder ? new PathElement(attributes.NameOf(element)) : element)];

    /// <summary>The path as DynamoDB prints it, such as <c>[a, b, [2]]</c>.</summary>
    public static string Describe(IEnumerable<PathElement> path) => $"[{string.Join(", ", path)}]";

    private static AttributeValue? Step(AttributeValue value, PathElement element, ExpressionAttributes attributes) =>
        (element.Name, value.Type) switch
        {
            (not null, AttributeType.M) => value.Members[attributes.NameOf(element)],
            (null, AttributeType.L) when element.Index < value.Elements.Length => value.Elements[element.Index],
            _ => null,
        };
}

/// <summary>Looks over the paths of an expression.</summary>
internal static class DocumentPaths
{
    /// <summary>The names of the attributes that the paths go into.</summary>
    public static IEnumerable<string> NestedHeads(this IEnumerable<DocumentPath> paths, ExpressionAttributes attributes) =>
        paths.Where(path => path.Length > 1).Select(path => path.Head(attributes));
}

/// <summary>One step into a document: a name (or its placeholder), or a list index.</summary>
/// <param name="Name">The name; null for an index.</param>
/// <param name="Index">The index, counted from zero.</param>
internal readonly record struct PathElement(string? Name, int Index = 0)
{
    public bool IsPlaceholder => Name is ['#', ..];

    public override string ToString() => Name ?? $"[{Index}]";
}
