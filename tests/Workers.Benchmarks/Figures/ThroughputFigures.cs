using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>
/// A deep queue and a handler that does nothing, first as fast as the embedded AWS answers, then with answers that take as long as
/// SQS's. What is compared takes many short turns, in every order equally often, so that the machine's moods meet all alike, and so
/// does what a turn leaves behind for the next one; it runs from the first turn to the last, so that nothing starts up in a turn.
/// </summary>
internal static class ThroughputFigures
{
    private const int Messages = 10_000;
    private const int Rounds = 60;
    private const int RoundsWithLatency = 6;

    /// <summary>Before them: by then the runtime has compiled nearly all that is hot for the last time, of ours and of theirs.</summary>
    private const int WarmUpRounds = 18;

    private const int LatencyMilliseconds = 5;
    private static readonly string[] Delayed = ["sqs.ReceiveMessage", "sqs.DeleteMessage", "sqs.DeleteMessageBatch"];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Contender> contenders = [];
        foreach (var consumer in ConsumersUnderTest.All)
        {
            contenders.Add(await Contender.StartAsync(aws, consumer, stop.Token));
        }

        await RoundsAsync(contenders, WarmUpRounds, cancellationToken);
        var rounds = await RoundsAsync(contenders, Rounds, cancellationToken);
        await aws.DelayAsync(Delayed, LatencyMilliseconds, cancellationToken);
        var roundsWithLatency = await RoundsAsync(contenders, RoundsWithLatency, cancellationToken);
        await aws.DelayAsync([], LatencyMilliseconds, cancellationToken);

        await stop.CancelAsync();
        await Task.WhenAll(contenders.Select(contender => contender.EndAsync()));
        return
        [
            Figure.OfRounds("SQS calls per 1,000 messages, deep queue", Goal.AtMost(220), rounds, (turn, _) => turn.CallsPer1000),
            Figure.OfRounds("throughput against the bare loops", Goal.AtLeast(0.90), rounds, (turn, bare) => turn.Rate / bare.Rate),
            Figure.OfRounds("messages per second, here and today", null, rounds, (turn, _) => Math.Round(turn.Rate)),
            Figure.OfRounds("the client's CPU per message, µs", null, rounds, (turn, _) => turn.CpuMicroseconds),
            Figure.OfRounds("the client's CPU per message against the bare loops", null, rounds, (turn, bare) => turn.CpuMicroseconds / bare.CpuMicroseconds),
            Figure.OfRounds(
                $"throughput against the bare loops, each call {LatencyMilliseconds} ms later",
                null,
                roundsWithLatency,
                (turn, bare) => turn.Rate / bare.Rate),
        ];
    }

    private static async Task<List<Contender.Turn[]>> RoundsAsync(List<Contender> contenders, int count, CancellationToken cancellationToken)
    {
        List<Contender.Turn[]> rounds = [];
        for (var round = 0; round < count; round++)
        {
            rounds.Add(await RoundAsync(contenders, round, cancellationToken));
        }

        return rounds;
    }

    private static async Task<Contender.Turn[]> RoundAsync(List<Contender> contenders, int round, CancellationToken cancellationToken)
    {
        var turns = new Contender.Turn[contenders.Count];
        foreach (var next in OrderOf(round, turns.Length))
        {
            turns[next] = await contenders[next].TurnAsync(Messages, cancellationToken);
        }

        return turns;
    }

    /// <summary>Each of them first in turn; and forwards, then backwards, so that none always follows the same one.</summary>
    private static IEnumerable<int> OrderOf(int round, int contenders)
    {
        var forwards = Enumerable.Range(round % contenders, contenders).Select(place => place % contenders);
        return round / contenders % 2 == 0 ? forwards : forwards.Reverse();
    }
}
