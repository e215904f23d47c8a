using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>Items by partition key: some of those of a table or an index, and the lock that guards them. Callers hold the gate.</summary>
/// <param name="order">The attributes that order the items of one partition.</param>
internal sealed class ItemPartitions(IReadOnlyList<string> order)
{
    private readonly Dictionary<AttributeValue, ItemCollection> _collections = [];
    private ItemCollection[]? _inOrder;

    public Lock Gate { get; } = new();

    public long ItemCount { get; private set; }

    public long Bytes { get; private set; }

    public ItemCollection? Find(AttributeValue partition) => _collections.GetValueOrDefault(partition);

    /// <summary>Puts, replaces or, with null, removes an item. Returns what was there.</summary>
    /// <param name="partition">The partition key's value.</param>
    /// <param name="place">The item's place in its partition.</param>
    /// <param name="row">The item.</param>
    public Row? Store(AttributeValue partition, ReadOnlySpan<AttributeValue> place, Row? row)
    {
        if (!_collections.TryGetValue(partition, out var collection))
        {
            if (row is null)
            {
                return null;
            }

            collection = new ItemCollection(partition, ItemKey.HashOf(partition), order);
            _collections.Add(partition, collection);
            _inOrder = null;
        }

        var before = collection.Store(place, row);
        Count(before, -1);
        Count(row, 1);
        DropIfEmpty(collection);
        return before;
    }

    /// <summary>Removes every item that matches, and returns them.</summary>
    public List<AttributeMap> RemoveAll(Predicate<AttributeMap> match)
    {
        var removed = new List<AttributeMap>();

        // A dictionary allows removals, of all changes, while it is walked.
        foreach (var collection in _collections.Values)
        {
            collection.RemoveAll(row =>
            {
                if (!match(row.Item))
                {
                    return false;
                }

                Count(row, -1);
                removed.Add(row.Item);
                return true;
            });
            DropIfEmpty(collection);
        }

        return removed;
    }

    /// <summary>Adds all items to a list, in no order.</summary>
    public void AddTo(List<AttributeMap> items)
    {
        items.EnsureCapacity(items.Count + (int)ItemCount);
        foreach (var collection in _collections.Values)
        {
            for (var i = 0; i < collection.Count; i++)
            {
                items.Add(collection[i].Item);
            }
        }
    }

    /// <summary>The collections in the order of scans: by hash, then by key.</summary>
    public ItemCollection[] InOrder() => _inOrder ??=
        [.. _collections.Values.OrderBy(collection => collection, Comparer<ItemCollection>.Create(ScanOrder))];

    private static int ScanOrder(ItemCollection left, ItemCollection right) => left.Hash == right.Hash
        ? AttributeValue.Compare(left.Partition, right.Partition)
        : left.Hash.CompareTo(right.Hash);

    private void Count(Row? row, int sign)
    {
        if (row is { } counted)
        {
            ItemCount += sign;
            Bytes += sign * counted.View.Size;
        }
    }

    private void DropIfEmpty(ItemCollection collection)
    {
        if (collection.Count == 0)
        {
            _collections.Remove(collection.Partition);
            _inOrder = null;
        }
    }
}
