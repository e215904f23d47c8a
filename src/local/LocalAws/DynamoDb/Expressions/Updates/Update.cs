using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary>An update with its request's names and values.</summary>
internal sealed class Update
{
    private readonly ExpressionAttributes _attributes;
    private readonly bool _onlyRemoves;

    /// <param name="actions">What it changes.</param>
    /// <param name="mentioned">Every path in it, those of operands included.</param>
    /// <param name="check">The request's names and values.</param>
    public Update(IReadOnlyList<IUpdateAction> actions, IReadOnlyList<DocumentPath> mentioned, ExpressionCheck check)
    {
        _attributes = check.Attributes;
        NestedHeads = mentioned.NestedHeads(_attributes);
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

    /// <summary>The names of the attributes that it looks into.</summary>
    public IEnumerable<string> NestedHeads { get; }

    /// <summary>What it makes of a whole attribute, where that does not depend on the item; null where it does.</summary>
    public AttributeValue? KnownValue(string attribute) =>
        Paths.Names.GetValueOrDefault(attribute)?.Leaf is SetAction { Value: ValueOperand value } ? value.Evaluate(_attributes) : null;

    /// <summary>The type of what it makes of a whole attribute, where that does not depend on the item.</summary>
    public AttributeType? KnownType(string attribute) => Paths.Names.GetValueOrDefault(attribute)?.Leaf switch
    {
        SetAction set => set.Value.KnownType(_attributes),
        AddAction add => add.Value.KnownType(_attributes),
        _ => null,
    };

    /// <summary>The item afterwards; null where there was none and the update only takes away.</summary>
    /// <param name="item">The item before; null when there is none.</param>
    /// <param name="key">What a new item begins with: an update can read it even where there is no item.</param>
    public AttributeMap? Apply(AttributeMap? item, AttributeMap key) => item is null && _onlyRemoves
        ? null
        : new PathUpdate(item ?? key, _attributes).Map(Paths, item ?? key);
}
