using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary>Carries out an update's actions at the ends of their paths. Every action sees the item as it was before.</summary>
/// <param name="item">The item before the update; the key when there is none.</param>
/// <param name="attributes">The request's names and values.</param>
internal readonly struct PathUpdate(AttributeMap item, ExpressionAttributes attributes)
{
    public AttributeMap Map(PathTree<IUpdateAction> paths, AttributeMap current)
    {
        var changed = current.ToDictionary();
        foreach (var (name, path) in paths.Names)
        {
            if (Value(path, current[name]) is { } value)
            {
                changed[name] = value;
            }
            else
            {
                changed.Remove(name);
            }
        }

        return new AttributeMap(changed);
    }

    private AttributeValue? Value(PathTree<IUpdateAction> path, AttributeValue? current) => path.Leaf is not null
        ? path.Leaf.Apply(current, item, attributes)
        : current switch
        {
            { Type: AttributeType.M } when path.Names.Count > 0 => AttributeValue.Of(Map(path, current.Members)),
            { Type: AttributeType.L } when path.Indexes.Count > 0 => List(path, current.Elements),
            _ => throw UpdateErrors.InvalidPath(),
        };

    /// <summary>Indexes mean the list as it was; those past its end append, in their order.</summary>
    private AttributeValue List(PathTree<IUpdateAction> paths, AttributeValue[] elements)
    {
        var changed = new List<AttributeValue?>(elements);
        foreach (var (index, path) in paths.Indexes)
        {
            if (index < elements.Length)
            {
                changed[index] = Value(path, elements[index]);
            }
            else
            {
                changed.Add(Value(path, null));
            }
        }

        return AttributeValue.List([.. changed.OfType<AttributeValue>()]);
    }
}
