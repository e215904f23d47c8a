using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Effects;

/// <summary>Events that are counted, from a deep queue.</summary>
internal static class AnalyticsFigures
{
    private const int Messages = 1000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(DeepQueue queue, CancellationToken cancellationToken)
    {
        var fleets = await FleetCosts.MeasureAsync(Workload.Analytics, queue, cancellationToken);
        var alone = await queue.ConsumeAsync(Workload.Analytics, Approach.OnePerMessage, workers: 1, Messages, cancellationToken);
        return
        [
            Compare("DynamoDB requests per 1,000", Goal.AtMost(60), costs => costs.RequestsPer1000),
            Compare("write units per 1,000", null, costs => costs.WriteUnitsPer1000),
            Compare("CPU of the whole process per event, µs", null, costs => costs.CpuMicroseconds),
            Compare("events per second, here and today", null, costs => costs.Rate),
            .. fleets.Figures(Workload.Analytics.Name),
        ];

        Figure Compare(string what, Goal? goal, Func<Costs, double> value) => new(
            $"{Workload.Analytics.Name}: {what}",
            goal,
            value(fleets.OfOne),
            new Dictionary<string, double> { [Approach.OnePerMessage.Name] = value(alone) });
    }
}
