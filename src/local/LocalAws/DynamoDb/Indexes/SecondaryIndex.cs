using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Indexes;

/// <summary>
/// A secondary index and its items: those of the table that have the index's key attributes. It is always up to date. Whoever
/// changes it holds the gate of the item's shard, so that changes of one item come one after the other.
/// </summary>
internal sealed class SecondaryIndex
{
    private readonly HashSet<string> _projected;
    private readonly string[] _order;

    public SecondaryIndex(string name, bool isGlobal, KeySchema schema, IndexProjection projection, KeySchema table)
    {
        Name = name;
        IsGlobal = isGlobal;
        Schema = schema;
        Projection = projection;
        KeyNames = [.. table.Attributes.Concat(schema.Attributes).Select(attribute => attribute.Name).Distinct()];
        _order =
        [
            .. schema.Order
                .Concat(table.Attributes.Select(attribute => attribute.Name))
                .Distinct()
                .Where(attribute => attribute != schema.Partition.Name),
        ];
        _projected = [.. KeyNames, .. projection.NonKeyAttributes];
        Parts = [.. Enumerable.Range(0, HashParts.Count).Select(_ => new ItemPartitions(_order))];
    }

    public string Name { get; }

    /// <summary>Whether it has a partition key of its own; a local one has the table's.</summary>
    public bool IsGlobal { get; }

    public KeySchema Schema { get; }

    public IndexProjection Projection { get; }

    /// <summary>The table's key attributes and its own: what tells its items apart.</summary>
    public IReadOnlyList<string> KeyNames { get; }

    /// <summary>Its items in the order of the hashes of their partition keys.</summary>
    public IReadOnlyList<ItemPartitions> Parts { get; }

    /// <summary>Provisioned capacity; zero when the table is paid for per request.</summary>
    public Throughput Throughput { get; set; } = Throughput.None;

    public bool Projects(string attribute) => Projection.IsAll || _projected.Contains(attribute);

    /// <summary>What it holds of an item; null when the item has not its key attributes.</summary>
    public AttributeMap? ViewOf(AttributeMap? item) => item is not null && Schema.Fits(item) ? Project(item) : null;

    /// <summary>The item's values for what orders the items of one partition.</summary>
    public AttributeValue[] PlaceOf(AttributeMap item) => Array.ConvertAll(_order, name => item[name]!);

    /// <summary>Whether both items have the same place in the index.</summary>
    public bool IsSamePlace(AttributeMap one, AttributeMap other) =>
        Schema.Attributes.All(attribute => one[attribute.Name]!.Equals(other[attribute.Name]));

    /// <summary>Takes an item's state before a write out, and puts the one after it in.</summary>
    public void Replace(AttributeMap? before, AttributeMap? after)
    {
        var removed = ViewOf(before) is null ? null : before;
        var added = ViewOf(after) is { } view ? new Row(after!, view) : (Row?)null;
        if (removed is not null && added is { Item: var item } && IsSamePartition(removed, item))
        {
            // Under one gate: no reader may find neither of them.
            lock (PartOf(item).Gate)
            {
                Remove(removed);
                Add(added.Value);
            }

            return;
        }

        if (removed is not null)
        {
            lock (PartOf(removed).Gate)
            {
                Remove(removed);
            }
        }

        if (added is { } row)
        {
            lock (PartOf(row.Item).Gate)
            {
                Add(row);
            }
        }
    }

    private AttributeMap Project(AttributeMap item)
    {
        if (Projection.IsAll)
        {
            return item;
        }

        var view = new Dictionary<string, AttributeValue>();
        foreach (var (name, value) in item)
        {
            if (_projected.Contains(name))
            {
                view.Add(name, value);
            }
        }

        return new AttributeMap(view);
    }

    private AttributeValue PartitionOf(AttributeMap item) => item[Schema.Partition.Name]!;

    private bool IsSamePartition(AttributeMap one, AttributeMap other) => PartitionOf(one).Equals(PartitionOf(other));

    private ItemPartitions PartOf(AttributeMap item) => Parts[HashParts.IndexOf(ItemKey.HashOf(PartitionOf(item)))];

    private void Add(in Row row) => PartOf(row.Item).Store(PartitionOf(row.Item), PlaceOf(row.Item), row);

    private void Remove(AttributeMap item) => PartOf(item).Store(PartitionOf(item), PlaceOf(item), null);
}
