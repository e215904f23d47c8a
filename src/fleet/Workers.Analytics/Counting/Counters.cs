using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Columns = Workers.Contracts.Tables.AnalyticsColumns;

namespace Workers.Analytics.Counting;

/// <summary>
/// Makes the writes that count. Each is a plain addition to this instance's shard of a counter, so any number of them merge and
/// none has a condition.
/// </summary>
internal sealed class Counters(IOptions<CounterOptions> options)
{
    private readonly int _shard = InstanceShard.Of(options.Value.Instance, options.Value.Shards);

    /// <summary>Counts one of a metric in its minute and its day.</summary>
    public IReadOnlyList<Update> One(string metric, DateTimeOffset at, decimal? sum = null) =>
    [
        Add(AnalyticsBucket.OfHour(at), AnalyticsBucket.MinutePrefix(at) + metric, 1, sum)
            .Set(Columns.ExpiresAt, ExpiryOf(at)),
        Add(AnalyticsBucket.OfDay(at), metric, 1, sum),
    ];

    /// <summary>Counts an order's units of one product, and their revenue where they are priced, in their day.</summary>
    public Update Units(IGrouping<string, OrderItem> lines, DateTimeOffset at) =>
        Add(
            AnalyticsBucket.OfProducts(at),
            metric: lines.Key,
            count: lines.Sum(line => (long)line.Quantity),
            sum: lines.Sum(line => line.Price * line.Quantity));

    /// <summary>Counts what visitors do, in its day.</summary>
    public Update Behaviour(DateTimeOffset at, string metric, long count = 1, decimal? sum = null) =>
        Add(AnalyticsBucket.OfBehaviour(at), metric, count, sum);

    private Update Add(string bucket, string metric, decimal count, decimal? sum)
    {
        var key = new ItemKey(
            Topology.AnalyticsTable, Columns.Bucket, bucket, Columns.Metric, AnalyticsBucket.Shard(metric, _shard));
        var update = Write.Update(key).Add(Columns.Count, count);
        return sum is { } value ? update.Add(Columns.Sum, value) : update;
    }

    // In seconds, as a number: a date would not reach beyond the end of the calendar.
    private static decimal ExpiryOf(DateTimeOffset at) =>
        StartOfMinute(at).ToUnixTimeSeconds() + (decimal)AnalyticsBucket.MinutesLife.TotalSeconds;

    private static DateTimeOffset StartOfMinute(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMinute));
}
