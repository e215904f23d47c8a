using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Torture.Aws;

namespace Workers.Torture.Checks;

/// <summary>What the fleets made of it all.</summary>
/// <param name="Stock">Available and reserved units by product.</param>
/// <param name="Reservations">State and lines by order.</param>
/// <param name="Counters">Count and sum by metric, over all days and shards.</param>
/// <param name="MinuteCounts">Count by metric, over all minutes and shards.</param>
/// <param name="Products">Units and revenue by product, over all days and shards.</param>
/// <param name="Notifications">The ids of what was recorded as sent.</param>
/// <param name="Archive">What was on the bus.</param>
/// <param name="DeadLetters">Bodies by dead-letter queue.</param>
/// <param name="Depths">What the queues still hold.</param>
internal sealed record Findings(
    IReadOnlyDictionary<string, (long Available, long Reserved)> Stock,
    IReadOnlyDictionary<string, (string State, Dictionary<string, int> Lines)> Reservations,
    IReadOnlyDictionary<string, (decimal Count, decimal Sum)> Counters,
    IReadOnlyDictionary<string, decimal> MinuteCounts,
    IReadOnlyDictionary<string, (decimal Count, decimal Sum)> Products,
    IReadOnlySet<string> Notifications,
    Archive Archive,
    IReadOnlyDictionary<string, IReadOnlyList<string>> DeadLetters,
    IReadOnlyDictionary<string, (int All, int Invisible)> Depths)
{
    private const int LengthOfDay = 10;

    public static async Task<Findings> CollectAsync(TortureAws aws, CancellationToken cancellationToken)
    {
        var depths = new Dictionary<string, (int, int)>();
        var deadLetters = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var queue in TortureAws.DeadLetterQueues.Keys)
        {
            depths[queue] = await aws.DepthAsync(queue, cancellationToken);
        }

        foreach (var queue in TortureAws.DeadLetterQueues.Values.Append(Topology.UndeliveredDlq))
        {
            deadLetters[queue] = await aws.DrainAsync(queue, cancellationToken);
        }

        var counters = await aws.ScanAsync(Topology.AnalyticsTable, cancellationToken);
        return new Findings(
            (await aws.ScanAsync(Topology.InventoryTable, cancellationToken)).ToDictionary(
                row => row["productId"].S, row => ((long)Number(row, "available"), (long)Number(row, "reserved"))),
            (await aws.ScanAsync(Topology.ReservationsTable, cancellationToken)).ToDictionary(
                row => row["orderId"].S, row => (row["state"].S, LinesOf(row))),
            Sum(counters.Where(row => row["bucket"].S.Length == LengthOfDay), metric => metric),
            Sum(counters.Where(row => row["bucket"].S.Contains('T', StringComparison.Ordinal)), AnalyticsBucket.WithoutMinute)
                .ToDictionary(counter => counter.Key, counter => counter.Value.Count),
            Sum(counters.Where(row => row["bucket"].S.EndsWith("/products", StringComparison.Ordinal)), metric => metric),
            (await aws.ScanAsync(Topology.NotificationsTable, cancellationToken)).Select(row => row["notificationId"].S).ToHashSet(),
            await Archive.ReadAsync(aws.Server.Endpoint, cancellationToken),
            deadLetters,
            depths);
    }

    private static Dictionary<string, (decimal Count, decimal Sum)> Sum(
        IEnumerable<Dictionary<string, AttributeValue>> rows, Func<string, string> nameOf) => rows
        .GroupBy(row => nameOf(AnalyticsBucket.MetricOf(row["metric"].S)))
        .ToDictionary(shards => shards.Key, shards => (shards.Sum(row => Number(row, "count")), shards.Sum(row => Number(row, "sum"))));

    private static Dictionary<string, int> LinesOf(Dictionary<string, AttributeValue> row) =>
        (row.GetValueOrDefault("items")?.L ?? []).ToDictionary(item => item.M["productId"].S, item => (int)Number(item.M, "quantity"));

    private static decimal Number(Dictionary<string, AttributeValue> row, string name) =>
        row.TryGetValue(name, out var value) ? decimal.Parse(value.N, CultureInfo.InvariantCulture) : 0;
}
