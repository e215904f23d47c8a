using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Operations;
using Workers.OrderHistory.Views;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Console.Business;

/// <summary>Reads what was counted: a query for each day, and for each hour of minutes, whatever the number of orders.</summary>
internal sealed class BoardReader(FleetAccess fleet, TimeProvider time)
{
    private const int Minutes = 60;

    /// <summary>The last days in UTC, today last.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset Day, Board Board)>> DaysAsync(int days, CancellationToken cancellationToken)
    {
        var generation = await GenerationAsync(cancellationToken);
        var today = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var read = Enumerable.Range(1 - days, days).Select(async offset =>
        {
            var day = today.AddDays(offset);
            var orders = OrdersAsync(OrderBoardBucket.OfDay(generation, day), cancellationToken);
            var counts = await CountsAsync(AnalyticsBucket.OfDay(day), cancellationToken);
            return (day, BoardOf(await orders, counts));
        });
        return await Task.WhenAll(read);
    }

    /// <summary>The last sixty whole minutes, oldest first.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset Minute, Board Board)>> MinutesAsync(CancellationToken cancellationToken)
    {
        var generation = await GenerationAsync(cancellationToken);
        var end = new DateTimeOffset(time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        var hours = await Task.WhenAll(((DateTimeOffset[])[end.AddHours(-1), end]).Select(async hour =>
        {
            var orders = OrdersAsync(OrderBoardBucket.OfHour(generation, hour), cancellationToken);
            return (Hour: hour.Hour, Orders: await orders, Counts: await CountsAsync(AnalyticsBucket.OfHour(hour), cancellationToken));
        }));
        return
        [
            .. Enumerable.Range(1, Minutes).Select(ago => end.AddMinutes(ago - Minutes - 1)).Select(minute =>
            {
                var prefix = AnalyticsBucket.MinutePrefix(minute);
                var hour = hours.First(known => known.Hour == minute.Hour);
                return (minute, BoardOf(Of(prefix, hour.Orders), Of(prefix, hour.Counts)));
            }),
        ];
    }

    private static Dictionary<string, T> Of<T>(string prefix, IReadOnlyDictionary<string, T> values) => values
        .Where(value => value.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(value => value.Key[prefix.Length..], value => value.Value);

    private static Board BoardOf(
        IReadOnlyDictionary<string, decimal> orders, IReadOnlyDictionary<string, (decimal Count, decimal Sum)> counts) =>
        new(orders, counts.ToDictionary(count => count.Key, count => count.Value.Count), counts.ToDictionary(count => count.Key, count => count.Value.Sum));

    private async Task<string> GenerationAsync(CancellationToken cancellationToken) => ViewState.Read(await fleet.Tables.FindAsync(
        Topology.ViewsTable, new() { [ViewColumns.View] = new AttributeValue { S = ViewNames.OrderBoard } }, cancellationToken)).Active;

    private async Task<IReadOnlyDictionary<string, decimal>> OrdersAsync(string bucket, CancellationToken cancellationToken)
    {
        var rows = await fleet.Tables.QueryAsync(Topology.OrderBoardTable, OrderBoardColumns.Bucket, bucket, cancellationToken);
        return rows.ToDictionary(row => row[OrderBoardColumns.Metric].S, row => Number(row, OrderBoardColumns.Value));
    }

    private async Task<IReadOnlyDictionary<string, (decimal Count, decimal Sum)>> CountsAsync(
        string bucket, CancellationToken cancellationToken)
    {
        var rows = await fleet.Tables.QueryAsync(Topology.AnalyticsTable, AnalyticsColumns.Bucket, bucket, cancellationToken);
        return rows.GroupBy(row => AnalyticsBucket.MetricOf(row[AnalyticsColumns.Metric].S)).ToDictionary(
            shards => shards.Key,
            shards => (shards.Sum(row => Number(row, AnalyticsColumns.Count)), shards.Sum(row => Number(row, AnalyticsColumns.Sum))));
    }

    private static decimal Number(Row row, string name) =>
        decimal.TryParse(row.GetValueOrDefault(name)?.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
