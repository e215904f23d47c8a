using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>A deep queue, and a handler that waits for something, as most do: 50 at once, calls of 5 ms.</summary>
internal sealed class WaitingHandlerStep(SqsConsumerPackage peer) : IStep
{
    private const int Messages = 3000;
    private const int MostRounds = 5;
    private const int AtOnce = 50;
    private static readonly TimeSpan HandlerTakes = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(25);

    private static readonly Figure Throughput = new(
        "throughput, handlers of 20 ms, 50 at once, against the best of the others", Goal.AtLeast(1.0));
    private static readonly Figure Calls = new("SQS calls per 1,000 messages there, against the fewest of the others", Goal.AtMost(1.0));

    public string Name => "waiting-handler";

    public IReadOnlyList<Figure> Rows { get; } = [Throughput, Calls];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var contest = await Contest.StartAsync(aws, peer, ConsumersUnderTest.All, (HandlerTakes, AtOnce), cancellationToken);
        await contest.RoundAsync(Messages);
        var rounds = await Rounds.RunAsync(MostRounds, Budget, () => contest.RoundAsync(Messages));
        return
        [
            Round.Compare(Throughput, rounds, turn => turn.Rate, others => others.Values.Max()),
            Round.Compare(Calls, rounds, turn => turn.CallsPer1000, others => others.Values.Min()),
        ];
    }
}
