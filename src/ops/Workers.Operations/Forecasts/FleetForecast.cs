using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Operations.Fleet;

namespace Workers.Operations.Forecasts;

/// <summary>What will become of every queue, and how much that is worth.</summary>
/// <param name="At">When it was told.</param>
/// <param name="LookedForSeconds">How long apart the two looks at SQS's counts were.</param>
/// <param name="OldestBeatSeconds">How old the oldest of the instances' figures are; null where no instance runs.</param>
/// <param name="LimitSeconds">How long a message may wait.</param>
/// <param name="Queues">The queues.</param>
internal sealed record FleetForecast(
    DateTimeOffset At, double LookedForSeconds, double? OldestBeatSeconds, double LimitSeconds, IReadOnlyList<QueueForecast> Queues)
{
    /// <summary>Looks at SQS's counts twice, and at what the instances told between.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="look">How long apart.</param>
    /// <param name="limit">How long a message may wait.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<FleetForecast> ReadAsync(
        FleetAccess fleet, TimeSpan look, TimeSpan limit, CancellationToken cancellationToken)
    {
        var begun = fleet.Time.GetTimestamp();
        var before = await DepthsAsync(fleet, cancellationToken);
        await Task.Delay(look, fleet.Time, cancellationToken);
        var after = await DepthsAsync(fleet, cancellationToken);
        var seconds = fleet.Time.GetElapsedTime(begun).TotalSeconds;
        var (now, instances, asked) = await FleetView.ReadAsync(fleet, cancellationToken);
        return new(
            now,
            Math.Round(seconds, 1),
            instances.Count == 0 ? null : Math.Round((now - instances.Min(instance => instance.BeatAt)).TotalSeconds, 1),
            limit.TotalSeconds,
            [.. Topology.Consumptions.Select(Of)]);

        QueueForecast Of(Consumption consumption)
        {
            var name = consumption.Queue.Name;
            var figures = instances.SelectMany(instance => instance.Queues).Where(queue => queue.Queue == name).ToList();
            var rates = new QueueRates(
                name,
                after[name],
                (after[name] - before[name]) / seconds,
                figures.Sum(queue => queue.GonePerSecond),
                figures.Count,
                asked.GetValueOrDefault(name)?.IsPaused ?? false);
            return QueueForecast.Of(rates, consumption.MessagesPerSecond, limit);
        }
    }

    private static async Task<IReadOnlyDictionary<string, int>> DepthsAsync(FleetAccess fleet, CancellationToken cancellationToken)
    {
        var depths = Topology.Consumptions.Select(async consumption =>
        {
            var counts = await fleet.CountAsync(await fleet.QueueUrlAsync(consumption.Queue.Name, cancellationToken), cancellationToken);
            return KeyValuePair.Create(consumption.Queue.Name, counts.Waiting + counts.InFlight);
        });
        return (await Task.WhenAll(depths)).ToDictionary();
    }
}
