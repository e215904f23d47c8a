using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary>An update with its request's names and values.</summary>
internal sealed class Update
{
    private readonly ExpressionAttributes _attributes;
    private readonly bool _onlyRemoves;

    public Update(IReadOnlyList<IUpdateAction> actions, ExpressionCheck check)
    {
        _attributes = check.Attributes;
        _onlyRemoves = actions.All(action => action.OnlyRemoves);
        foreach (var action in actions)
        {
            if (Paths.Add(action.Path.Resolve(_attributes), action) is { } clash)
            {
                throw check.Refusal(clash);
            }
        }

        foreach (var action in actions)
        {
            action.Check(check);
        }
    }

    /// <summary>Where it changes what.</summary>
    public PathTree<IUpdateAction> Paths { get; } = new();

    /// <summary>The item afterwards; null where there was none and the update only takes away.</summary>
    /// <param name="item">The item before; null when there is none.</param>
    /// <param name="key">What a new item begins with.</param>
    public AttributeMap? Apply(AttributeMap? item, AttributeMap key) => item is null && _onlyRemoves
        ? null
        : new PathUpdate(item, _attributes).Map(Paths, item ?? key);
}
