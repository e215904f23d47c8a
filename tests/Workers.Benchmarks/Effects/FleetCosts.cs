using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Effects;

/// <summary>The same deep queue emptied by one, two and four workers. They take turns, so that the machine's moods meet all alike.</summary>
internal sealed class FleetCosts
{
    private const int Rounds = 3;
    private const int Messages = 3000;
    private static readonly int[] Workers = [1, 2, 4];

    private readonly Dictionary<int, List<Costs>> _costs = Workers.ToDictionary(workers => workers, _ => new List<Costs>());

    private FleetCosts()
    {
    }

    /// <summary>The round of one worker whose throughput is typical.</summary>
    public Costs OfOne => _costs[1].OrderBy(costs => costs.Rate).ElementAt(Rounds / 2);

    public static async Task<FleetCosts> MeasureAsync(Workload workload, DeepQueue queue, CancellationToken cancellationToken)
    {
        var fleets = new FleetCosts();
        await queue.ConsumeAsync(workload, Approach.GroupCommit, workers: 1, Messages, cancellationToken);   // warms everything up
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var workers in Workers)
            {
                fleets._costs[workers].Add(
                    await queue.ConsumeAsync(workload, Approach.GroupCommit, workers, Messages, cancellationToken));
            }
        }

        return fleets;
    }

    public IEnumerable<Figure> Figures(string workload) => Workers.Skip(1).SelectMany(workers => (Figure[])
    [
        new($"{workload}, {workers} workers: DynamoDB requests per 1,000", null, Median(workers, costs => costs.RequestsPer1000)),
        new($"{workload}, {workers} workers: processor time against that of one", null, ComparedToOne(workers, costs => costs.CpuMicroseconds)),
        new($"{workload}, {workers} workers: throughput against that of one", Goal.AtLeast(1), ComparedToOne(workers, costs => costs.Rate)),
    ]);

    private double ComparedToOne(int workers, Func<Costs, double> value) => Median(workers, value) / Median(1, value);

    private double Median(int workers, Func<Costs, double> value) => Statistics.Median(_costs[workers].Select(value));
}
