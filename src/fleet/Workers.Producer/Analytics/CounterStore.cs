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

    private async Task<IReadOnlyDictionary<string, Total>> SumAsync(
        IReadOnlyList<BucketRead> reads,
        CancellationToken cancellationToken)
    {
        var totals = new Dictionary<string, Total>();
        foreach (var some in reads.Chunk(QueriesAtOnce))
        {
            var rows = await Task.WhenAll(some.Select(read => QueryAsync(read, cancellationToken)));
            foreach (var (metric, total) in rows.SelectMany(bucket => bucket))
            {
                totals[metric] = totals.GetValueOrDefault(metric) + total;
            }
        }

        return totals;
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
