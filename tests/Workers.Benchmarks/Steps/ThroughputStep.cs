using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>
/// A deep queue, a handler that does nothing, and calls that take as long as SQS's: from a process's start, and once it is warm.
/// </summary>
internal sealed class ThroughputStep(SqsConsumerPackage peer) : IStep
{
    private const int FirstMessages = 20_000;
    private const int Messages = 10_000;
    private const int MostStarts = 3;
    private const int MostRounds = 7;
    private static readonly TimeSpan StartsBudget = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan RoundsBudget = TimeSpan.FromSeconds(35);

    private static readonly Figure Calls = new("SQS calls per 1,000 messages, deep queue", Goal.AtMost(220));
    private static readonly Figure Throughput = new("throughput, calls of 5 ms, against the best of the others", Goal.AtLeast(1.0));
    private static readonly Figure WarmCpu = new("processor time per message there against bare loops, warm", Goal.AtMost(1.1));
    private static readonly Figure FirstCpu =
        new("processor time per message there against bare loops, first 20,000, start included", Goal.AtMost(1.1));

    public string Name => "throughput";

    public IReadOnlyList<Figure> Rows { get; } = [Calls, Throughput, WarmCpu, FirstCpu];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        var starts = await Rounds.RunAsync(MostStarts, StartsBudget, async () =>
        {
            using var fresh = await StartAsync();
            return await fresh.RoundAsync(FirstMessages);
        });
        using var contest = await StartAsync();
        await contest.RoundAsync(FirstMessages);   // warms all of them up
        var rounds = await Rounds.RunAsync(MostRounds, RoundsBudget, () => contest.RoundAsync(Messages));
        return
        [
            Round.Compare(Calls, rounds, turn => turn.CallsPer1000),
            Round.Compare(Throughput, rounds, turn => turn.Rate, others => others.Values.Max()),
            Round.Compare(WarmCpu, rounds, turn => turn.Cpu, OfBareLoops),
            Round.Compare(FirstCpu, starts, turn => turn.CpuSinceStart, OfBareLoops),
        ];

        Task<Contest> StartAsync() => Contest.StartAsync(
            aws, peer, [ConsumersUnderTest.Engine, ConsumersUnderTest.BareLoops], work: null, cancellationToken);

        static double OfBareLoops(Dictionary<string, double> others) => others[ConsumersUnderTest.BareLoops.Name];
    }
}
