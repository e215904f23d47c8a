using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Effects;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>The inventory worker beside the same worker as a textbook has it; both warm, in turns.</summary>
internal sealed class DecidedOrderStep : IStep
{
    private const int Orders = 3000;
    private const int TextbookOrders = 1000;
    private const int MostRounds = 3;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(25);

    private static readonly Figure Cpu = new("processor time per decided order, whole worker, against the textbook", Goal.AtMost(0.25));

    public string Name => "decided-order";

    public IReadOnlyList<Figure> Rows { get; } = [Cpu];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        var queue = new DeepQueue(aws);
        await RoundAsync();
        return [Cpu with { Ours = Statistics.Median(await Rounds.RunAsync(MostRounds, Budget, RoundAsync)) }];

        async Task<double> RoundAsync()
        {
            var ours = await queue.ConsumeAsync(Workload.SpreadOrders, Approach.GroupCommit, workers: 1, Orders, cancellationToken);
            var textbook = await queue.ConsumeAsync(
                Workload.SpreadOrders, Approach.Textbook, workers: 1, TextbookOrders, cancellationToken);
            return ours.CpuMicroseconds / textbook.CpuMicroseconds;
        }
    }
}
