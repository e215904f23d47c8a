using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>A projection with its request's names.</summary>
internal sealed class Projection
{
    private readonly PathTree<DocumentPath> _paths = new();

    public Projection(IReadOnlyList<DocumentPath> paths, ExpressionCheck check)
    {
        foreach (var path in paths)
        {
            if (_paths.Add(path.Resolve(check.Attributes), path) is { } clash)
            {
                throw check.Refusal(clash);
            }
        }
    }

    public AttributeMap Of(AttributeMap item) => PathProjection.Of(_paths, item);
}
