using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.AnalyticsColumns;

namespace Workers.Producer.Analytics;

/// <summary>Reads the <c>analytics</c> table, which the analytics workers write, and adds the shards of each counter up.</summary>
internal sealed class CounterStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming)
{
    private const int QueriesAtOnce = 8;

    /// <summary>Every metric's total: whole days from their totals, parts of days from their minutes.</summary>
    public Task<IReadOnlyDictionary<string, Total>> SumAsync(TimeRange range, CancellationToken cancellationToken) =>
        SumAsync(
            [
                .. range.Days().Select(day => new BucketRead(AnalyticsBucket.OfDay(day))),
                .. range.Hours().Select(BucketRead.OfMinutes),
            ],
            cancellationToken);

    /// <summary>Every product's total over the whole days of a range.</summary>
    public Task<IReadOnlyDictionary<string, Total>> SumProductsAsync(TimeRange range, CancellationToken cancellationToken) =>
        SumAsync([.. range.Days().Select(day => new BucketRead(AnalyticsBucket.OfProducts(day)))], cancellationToken);

    /// <summary>What visitors did: every metric's total on each whole day of a range.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset Day, IReadOnlyDictionary<string, Total> Totals)>> SumBehaviourAsync(
        TimeRange range, CancellationToken cancellationToken)
    {
        var days = range.Days().ToList();
        var buckets = await ReadAsync([.. days.Select(day => new BucketRead(AnalyticsBucket.OfBehaviour(day)))], cancellationToken);
        return [.. days.Zip(buckets, (day, rows) => (day, Sum(rows)))];
    }

    private async Task<IReadOnlyDictionary<string, Total>> SumAsync(IReadOnlyList<BucketRead> reads, CancellationToken cancellationToken) =>
        Sum((await ReadAsync(reads, cancellationToken)).SelectMany(rows => rows));

    private static Dictionary<string, Total> Sum(IEnumerable<(string Metric, Total Total)> rows)
    {
        var totals = new Dictionary<string, Total>();
        foreach (var (metric, total) in rows)
        {
            totals[metric] = totals.GetValueOrDefault(metric) + total;
        }

        return totals;
    }

    /// <summary>The rows of each bucket, in the order of the reads.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<(string Metric, Total Total)>>> ReadAsync(
        IReadOnlyList<BucketRead> reads, CancellationToken cancellationToken)
    {
        var buckets = new List<IReadOnlyList<(string, Total)>>();
        foreach (var some in reads.Chunk(QueriesAtOnce))
        {
            buckets.AddRange(await Task.WhenAll(some.Select(read => QueryAsync(read, cancellationToken))));
        }

        return buckets;
    }

    private async Task<IReadOnlyList<(string Metric, Total Total)>> QueryAsync(
        BucketRead read,
        CancellationToken cancellationToken)
    {
        var found = new List<(string, Total)>();
        var query = read.ToQuery(naming.Value.NameOf(Topology.AnalyticsTable));
        do
        {
            var page = await dynamoDb.QueryAsync(query, cancellationToken);
            found.AddRange((page.Items ?? []).Select(item => Read(read, new Row(item))));
            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 });

        return found;
    }

    private static (string Metric, Total Total) Read(BucketRead read, Row row) =>
        (read.MetricOf(row.Text(Columns.Metric)!), new(row.Number(Columns.Count) ?? 0, row.Number(Columns.Sum) ?? 0));
}
