using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Effects;

/// <summary>Orders from a deep queue, by each approach, and by several workers side by side.</summary>
internal static class OrderFigures
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(DeepQueue queue, CancellationToken cancellationToken) =>
    [
        .. await MeasureAsync(Workload.SpreadOrders, Goal.AtMost(130), queue, cancellationToken),
        .. await MeasureAsync(Workload.HotOrders, null, queue, cancellationToken),
    ];

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(
        Workload workload, Goal? requestsGoal, DeepQueue queue, CancellationToken cancellationToken)
    {
        var fleets = await FleetCosts.MeasureAsync(workload, queue, cancellationToken);
        var others = new Dictionary<string, Costs>();
        foreach (var (approach, messages) in (IEnumerable<(Approach, int)>)[(Approach.OnePerMessage, 1000), (Approach.Textbook, 2000)])
        {
            others.Add(approach.Name, await queue.ConsumeAsync(workload, approach, workers: 1, messages, cancellationToken));
        }

        return
        [
            Compare("DynamoDB requests per 1,000", requestsGoal, costs => costs.RequestsPer1000),
            Compare("write units per 1,000", null, costs => costs.WriteUnitsPer1000),
            Compare("PutEvents calls per 1,000 emitted events", Goal.AtMost(120), costs => costs.PutEventsPer1000),
            Compare("CPU of the whole process per order, µs", null, costs => costs.CpuMicroseconds),
            Compare("orders per second, here and today", null, costs => costs.Rate),
            .. fleets.Figures(workload.Name),
        ];

        Figure Compare(string what, Goal? goal, Func<Costs, double> value) => new(
            $"{workload.Name}: {what}",
            goal,
            value(fleets.OfOne),
            others.ToDictionary(other => other.Key, other => value(other.Value)));
    }
}
