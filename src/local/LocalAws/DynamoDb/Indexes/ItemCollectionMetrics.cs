using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Indexes;

/// <summary>
/// What a table with local indexes tells of the items of one partition key: their size, on which AWS sets a limit of 10 GB that
/// nothing here comes near.
/// </summary>
internal sealed record ItemCollectionMetrics(AttributeMap ItemCollectionKey, IReadOnlyList<double> SizeEstimateRangeGB)
{
    /// <summary>The metrics that the request asked for by its <c>ReturnItemCollectionMetrics</c>; null when there are none.</summary>
    public static ItemCollectionMetrics? Of(string? mode, Table table, in ItemKey key) =>
        mode == "SIZE" && table.Indexes.Any(index => !index.IsGlobal)
            ? new ItemCollectionMetrics(new AttributeMap(new() { [table.Schema.Partition.Name] = key.Partition }), [0, 1])
            : null;

    /// <summary>The metrics of several writes by table; null when there are none.</summary>
    public static Dictionary<string, List<ItemCollectionMetrics>>? Of(
        string? mode, IEnumerable<(Table Table, ItemKey Key)> writes)
    {
        var metrics = new Dictionary<string, List<ItemCollectionMetrics>>();
        foreach (var (table, key) in writes.DistinctBy(write => (write.Table, write.Key.Partition)))
        {
            if (Of(mode, table, key) is not { } collection)
            {
                continue;
            }

            if (!metrics.TryGetValue(table.Name, out var collections))
            {
                metrics[table.Name] = collections = [];
            }

            collections.Add(collection);
        }

        return metrics.Count == 0 ? null : metrics;
    }
}
