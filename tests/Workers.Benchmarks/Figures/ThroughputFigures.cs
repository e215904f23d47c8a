using System.Diagnostics;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>A deep queue and a handler that does nothing: what is compared takes turns, so that the machine's moods meet all alike.</summary>
internal static class ThroughputFigures
{
    private const int Rounds = 5;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, int messages, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, "throughput", TimeSpan.FromSeconds(30), cancellationToken);
        await RoundAsync(aws, queue, messages / 5, cancellationToken);   // warms everything up, the embedded AWS as well
        List<IReadOnlyList<Turn>> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await RoundAsync(aws, queue, messages, cancellationToken));
        }

        return
        [
            Compare("SQS calls per 1,000 messages, deep queue", Goal.AtMost(220), (turn, _) => turn.CallsPer1000),
            Compare("throughput against the bare loops", Goal.AtLeast(0.90), (turn, bare) => turn.Rate / bare.Rate),
            Compare("messages per second, here and today", null, (turn, _) => Math.Round(turn.Rate)),
            Compare("the client's CPU per message, µs", null, (turn, _) => turn.CpuMicroseconds),
            Compare("the client's CPU per message against the bare loops", null, (turn, bare) => turn.CpuMicroseconds / bare.CpuMicroseconds),
        ];

        Figure Compare(string what, Goal? goal, Func<Turn, Turn, double> value) => Figure.Of(
            what,
            goal,
            [.. ConsumersUnderTest.All.Select((_, own) => Statistics.Median(rounds.Select(turns => value(turns[own], turns[1]))))]);
    }

    private static async Task<IReadOnlyList<Turn>> RoundAsync(
        EmbeddedAws aws, BenchmarkQueue queue, int messages, CancellationToken cancellationToken)
    {
        List<Turn> turns = [];
        foreach (var consumer in ConsumersUnderTest.All)
        {
            await queue.FillAsync(messages, cancellationToken);
            turns.Add(await TurnAsync(aws, queue, consumer, messages, cancellationToken));
        }

        return turns;
    }

    private static async Task<Turn> TurnAsync(
        EmbeddedAws aws, BenchmarkQueue queue, IConsumerUnderTest consumer, int messages, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var counted = await aws.CountAsync(cancellationToken);
        var all = aws.Sqs.Deleted + messages;
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var running = consumer.RunAsync(queue, Work.None, new EngineSettings(), stop.Token);
        while (aws.Sqs.Deleted < all)
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }

        var elapsed = clock.Elapsed;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var calls = await counted.AllAsync(cancellationToken);
        await stop.CancelAsync();
        await running;
        return new(messages / elapsed.TotalSeconds, 1000.0 * calls / messages, cpu.TotalMicroseconds / messages);
    }

    private sealed record Turn(double Rate, double CallsPer1000, double CpuMicroseconds);
}
