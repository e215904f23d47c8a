using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>The items of one partition key in their order.</summary>
/// <param name="partition">The partition key's value.</param>
/// <param name="hash">Where it lies among all partitions.</param>
/// <param name="order">The attributes that order the items; no two items have the same values for all of them.</param>
internal sealed class ItemCollection(AttributeValue partition, uint hash, IReadOnlyList<string> order)
{
    private readonly List<Row> _rows = new(1);

    public AttributeValue Partition => partition;

    public uint Hash => hash;

    public int Count => _rows.Count;

    public Row this[int index] => _rows[index];

    /// <param name="place">The item's values for the attributes of the order.</param>
    public AttributeMap? Find(ReadOnlySpan<AttributeValue> place)
    {
        var index = FirstFrom(place);
        return IsAt(index, place) ? _rows[index].Item : null;
    }

    /// <summary>Puts, replaces or, with null, removes the item of that place. Returns what was there.</summary>
    public Row? Store(ReadOnlySpan<AttributeValue> place, Row? row)
    {
        var index = FirstFrom(place);
        var before = IsAt(index, place) ? _rows[index] : (Row?)null;
        switch (before, row)
        {
            case (not null, null):
                _rows.RemoveAt(index);
                break;
            case (not null, { } replacement):
                _rows[index] = replacement;
                break;
            case (null, { } added):
                _rows.Insert(index, added);
                break;
        }

        return before;
    }

    public void RemoveAll(Predicate<Row> match) => _rows.RemoveAll(match);

    /// <summary>The index of the first item whose sort key is not before what is looked for.</summary>
    /// <param name="position">Negative for sort keys before it; must not decrease along the order.</param>
    public int LowerBound(Func<AttributeValue, int> position)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (position(_rows[middle].Item[order[0]]!) < 0)
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

    /// <summary>The index of the first item at that place or after it.</summary>
    public int FirstFrom(ReadOnlySpan<AttributeValue> place)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(_rows[middle], place) < 0)
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

    /// <summary>The index of the first item after that place.</summary>
    public int FirstAfter(ReadOnlySpan<AttributeValue> place)
    {
        var index = FirstFrom(place);
        return IsAt(index, place) ? index + 1 : index;
    }

    private bool IsAt(int index, ReadOnlySpan<AttributeValue> place) =>
        index < _rows.Count && Compare(_rows[index], place) == 0;

    private int Compare(in Row row, ReadOnlySpan<AttributeValue> place)
    {
        for (var i = 0; i < place.Length; i++)
        {
            if (AttributeValue.Compare(row.Item[order[i]]!, place[i]) is var result and not 0)
            {
                return result;
            }
        }

        return 0;
    }
}
