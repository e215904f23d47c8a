using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>A projection with its request's names.</summary>
internal sealed class Projection
{
    private readonly PathTree<DocumentPath> _tree = new();

    public Projection(IReadOnlyList<DocumentPath> paths, ExpressionCheck check)
    {
        foreach (var path in paths)
        {
            if (_tree.Add(path.Resolve(check.Attributes), path) is { } clash)
            {
                throw check.Refusal(clash);
            }
        }

        NestedHeads = paths.NestedHeads(check.Attributes);
    }

    /// <summary>The names of the attributes that it takes, wholly or in part.</summary>
    public IEnumerable<string> Heads => _tree.Names.Keys;

    /// <summary>The names of the attributes that it looks into.</summary>
    public IEnumerable<string> NestedHeads { get; }

    public AttributeMap Of(AttributeMap item) => PathProjection.Of(_tree, item);
}
