using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>Takes from an item what stands at the ends of paths, in documents of the same shape.</summary>
internal static class PathProjection
{
    public static AttributeMap Of<T>(PathTree<T> paths, AttributeMap item)
        where T : class
    {
        var found = new Dictionary<string, AttributeValue>();
        foreach (var (name, path) in paths.Names)
        {
            if (item[name] is { } value && Inside(path, value) is { } part)
            {
                found.Add(name, part);
            }
        }

        return new AttributeMap(found);
    }

    private static AttributeValue? Inside<T>(PathTree<T> path, AttributeValue value)
        where T : class
    {
        if (path.Leaf is not null)
        {
            return value;
        }

        return value.Type switch
        {
            AttributeType.M when Of(path, value.Members) is { Count: > 0 } members => AttributeValue.Of(members),
            AttributeType.L => InsideList(path, value.Elements),
            _ => null,
        };
    }

    private static AttributeValue? InsideList<T>(PathTree<T> path, AttributeValue[] elements)
        where T : class
    {
        var found = new List<AttributeValue>();
        foreach (var (index, next) in path.Indexes)
        {
            if (index < elements.Length && Inside(next, elements[index]) is { } part)
            {
                found.Add(part);
            }
        }

        return found.Count == 0 ? null : AttributeValue.List([.. found]);
    }
}
