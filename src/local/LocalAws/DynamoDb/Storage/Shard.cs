using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>A part of a table's items, and what open transactions mean to do with them. Callers hold the gate.</summary>
/// <param name="schema">The table's key attributes.</param>
/// <param name="order">The place of this shard among all shards of all tables: gates are entered in this order.</param>
internal sealed class Shard(KeySchema schema, long order)
{
    private readonly HashSet<ItemKey> _claims = [];

    public ItemPartitions Items { get; } = new(schema.Order);

    public Lock Gate => Items.Gate;

    public long Order => order;

    /// <summary>When expired items were last removed.</summary>
    public DateTimeOffset Swept { get; set; }

    public AttributeMap? Find(in ItemKey key)
    {
        ReadOnlySpan<AttributeValue> place = key.Sort is null ? [] : [key.Sort];
        return Items.Find(key.Partition)?.Find(place);
    }

    /// <summary>Puts, replaces or, with null, removes an item. Returns what was there.</summary>
    public AttributeMap? Store(in ItemKey key, AttributeMap? item)
    {
        ReadOnlySpan<AttributeValue> place = key.Sort is null ? [] : [key.Sort];
        return Items.Store(key.Partition, place, item is null ? null : new Row(item, item))?.Item;
    }

    /// <summary>Whether an open transaction is about to write, or relies on, the item.</summary>
    public bool IsClaimed(in ItemKey key) => _claims.Contains(key);

    public void Claim(in ItemKey key) => _claims.Add(key);

    public void Release(in ItemKey key) => _claims.Remove(key);
}
