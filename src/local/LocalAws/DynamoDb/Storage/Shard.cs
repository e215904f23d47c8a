using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>A part of a table's items and the lock that guards it. Callers hold the gate.</summary>
/// <param name="schema">The table's key attributes.</param>
/// <param name="order">The place of this shard among all shards of all tables: gates are entered in this order.</param>
internal sealed class Shard(KeySchema schema, long order)
{
    private readonly Dictionary<AttributeValue, ItemCollection> _collections = [];
    private readonly HashSet<ItemKey> _claims = [];
    private ItemCollection[]? _inOrder;

    public Lock Gate { get; } = new();

    public long Order => order;

    /// <summary>When expired items were last removed.</summary>
    public DateTimeOffset Swept { get; set; }

    public long ItemCount { get; private set; }

    public long Bytes { get; private set; }

    public ItemCollection? Collection(AttributeValue partition) => _collections.GetValueOrDefault(partition);

    public AttributeMap? Find(in ItemKey key) => Collection(key.Partition)?.Find(key.Sort);

    /// <summary>Puts, replaces or, with null, removes an item.</summary>
    public void Store(in ItemKey key, AttributeMap? item)
    {
        if (!_collections.TryGetValue(key.Partition, out var collection))
        {
            if (item is null)
            {
                return;
            }

            collection = new ItemCollection(key.Partition, key.Hash, schema.Sort?.Name);
            _collections.Add(key.Partition, collection);
            _inOrder = null;
        }

        var before = collection.Store(key.Sort, item);
        Count(before, -1);
        Count(item, 1);
        DropIfEmpty(collection);
    }

    /// <summary>Removes every item that matches.</summary>
    public void RemoveAll(Predicate<AttributeMap> match)
    {
        // A dictionary allows removals, of all changes, while it is walked.
        foreach (var collection in _collections.Values)
        {
            collection.RemoveAll(item =>
            {
                var matches = match(item);
                Count(matches ? item : null, -1);
                return matches;
            });
            DropIfEmpty(collection);
        }
    }

    /// <summary>The collections in the order of scans: by hash, then by key.</summary>
    public ItemCollection[] InOrder() => _inOrder ??=
        [.. _collections.Values.OrderBy(collection => collection, Comparer<ItemCollection>.Create(ScanOrder))];

    /// <summary>Whether an open transaction is about to write, or relies on, the item.</summary>
    public bool IsClaimed(in ItemKey key) => _claims.Contains(key);

    public void Claim(in ItemKey key) => _claims.Add(key);

    public void Release(in ItemKey key) => _claims.Remove(key);

    private static int ScanOrder(ItemCollection left, ItemCollection right) => left.Hash == right.Hash
        ? AttributeValue.Compare(left.Partition, right.Partition)
        : left.Hash.CompareTo(right.Hash);

    private void Count(AttributeMap? item, int sign)
    {
        if (item is not null)
        {
            ItemCount += sign;
            Bytes += sign * item.Size;
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
