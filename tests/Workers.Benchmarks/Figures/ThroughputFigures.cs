using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>A deep queue and a handler that does nothing: what is compared takes turns, so that the machine's moods meet all alike.</summary>
internal static class ThroughputFigures
{
    private const int Rounds = 5;
    private const int BareLoops = 1;
    private static readonly IConsumerUnderTest[] Consumers = [new EngineConsumer(), new BareLoops(), new PeersLoop()];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, int messages, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, "throughput", TimeSpan.FromSeconds(30), cancellationToken);
        await RoundAsync(aws, queue, messages / 5, cancellationToken);   // warms everything up, the embedded AWS as well
        List<Turn[]> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await RoundAsync(aws, queue, messages, cancellationToken));
        }

        return
        [
            Compare("SQS calls per 1,000 messages, deep queue", Goal.AtMost(220), (turns, own) => turns[own].CallsPer1000),
            Compare("throughput against the bare loops", Goal.AtLeast(0.90), (turns, own) => turns[own].Rate / turns[BareLoops].Rate),
            Compare("messages per second, here and today", null, (turns, own) => Math.Round(turns[own].Rate)),
        ];

        Figure Compare(string what, Goal? goal, Func<Turn[], int, double> value)
        {
            double[] medians = [.. Consumers.Select((_, own) => Statistics.Median(rounds.Select(turns => value(turns, own))))];
            return new(what, goal, medians[0], Consumers.Index().Skip(1).ToDictionary(other => other.Item.Name, other => medians[other.Index]));
        }
    }

    private static async Task<Turn[]> RoundAsync(
        EmbeddedAws aws, BenchmarkQueue queue, int messages, CancellationToken cancellationToken)
    {
        List<Turn> turns = [];
        foreach (var consumer in Consumers)
        {
            await queue.FillAsync(messages, cancellationToken);
            var counted = await aws.CountAsync(cancellationToken);
            var elapsed = await consumer.ConsumeAsync(queue, messages, cancellationToken);
            var calls = await counted.AllAsync(cancellationToken);
            turns.Add(new(messages / elapsed.TotalSeconds, 1000.0 * calls / messages));
        }

        return [.. turns];
    }

    private sealed record Turn(double Rate, double CallsPer1000);
}
