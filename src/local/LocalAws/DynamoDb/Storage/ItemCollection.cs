using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>The items of one partition key, in the order of their sort keys.</summary>
/// <param name="partition">The partition key's value.</param>
/// <param name="hash">Where it lies among all partitions.</param>
/// <param name="sortName">The sort key's name; null when there can be but one item.</param>
internal sealed class ItemCollection(AttributeValue partition, uint hash, string? sortName)
{
    private readonly List<AttributeMap> _items = new(1);

    public AttributeValue Partition => partition;

    public uint Hash => hash;

    public int Count => _items.Count;

    public AttributeMap this[int index] => _items[index];

    public AttributeMap? Find(AttributeValue? sort)
    {
        var index = IndexOf(sort, out var isFound);
        return isFound ? _items[index] : null;
    }

    /// <summary>Puts, replaces or, with null, removes the item of that sort key. Returns what was there.</summary>
    public AttributeMap? Store(AttributeValue? sort, AttributeMap? item)
    {
        var index = IndexOf(sort, out var isFound);
        var before = isFound ? _items[index] : null;
        switch (isFound, item)
        {
            case (true, null):
                _items.RemoveAt(index);
                break;
            case (true, _):
                _items[index] = item;
                break;
            case (false, not null):
                _items.Insert(index, item);
                break;
        }

        return before;
    }

    public int RemoveAll(Predicate<AttributeMap> match) => _items.RemoveAll(match);

    /// <summary>The index of the first item whose sort key is not before what is looked for.</summary>
    /// <param name="position">Negative for sort keys before it; must not decrease along the order.</param>
    public int LowerBound(Func<AttributeValue, int> position)
    {
        var (low, high) = (0, _items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (position(_items[middle][sortName!]!) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int IndexOf(AttributeValue? sort, out bool isFound)
    {
        if (sort is null)
        {
            isFound = _items.Count > 0;
            return 0;
        }

        var index = LowerBound(value => AttributeValue.Compare(value, sort));
        isFound = index < _items.Count && _items[index][sortName!]!.Equals(sort);
        return index;
    }
}
