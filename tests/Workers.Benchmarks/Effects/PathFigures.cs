using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Effects;

/// <summary>The effects path alone: its processor time where many orders are in flight, its latency where one is.</summary>
internal static class PathFigures
{
    private const int WarmUp = 500;
    private const int LightOrders = 300;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        var cpu = new List<double>();
        var latencies = new List<IReadOnlyList<double>>();
        foreach (var approach in Approach.All)
        {
            Console.Error.WriteLine($"measuring the effects path, {approach.Name} …");
            await using var busy = await EffectsPath.OpenAsync(aws, approach, cancellationToken);
            cpu.Add(await busy.CpuOfOrderAsync(WarmUp, orders: approach == Approach.OnePerMessage ? 1000 : 4000, cancellationToken));
            await using var light = await EffectsPath.OpenAsync(aws, approach, cancellationToken);
            latencies.Add(await light.LatenciesAsync(WarmUp / 10, LightOrders, cancellationToken));
        }

        return
        [
            Compare("CPU of the effects path (reads, decision, commit) per order of 3 items, µs", index => cpu[index]),
            new("the same against one transaction per message", Goal.AtMost(0.2), cpu[0] / cpu[1]),
            Compare("latency of the effects path at light load, p50, ms", index => Statistics.Median(latencies[index])),
            Compare("latency of the effects path at light load, p99, ms", index => Statistics.Percentile(latencies[index], 0.99)),
            new(
                "added latency at light load against one transaction per message, p50, ms",
                Goal.AtMost(6),
                Statistics.Median(latencies[0]) - Statistics.Median(latencies[1])),
        ];

        static Figure Compare(string what, Func<int, double> value) => new(
            what, null, value(0), Approach.All.Index().Skip(1).ToDictionary(other => other.Item.Name, other => value(other.Index)));
    }
}
