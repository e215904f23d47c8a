using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>A worker process whose 1,000 handlers are in the middle of their work gets SIGTERM, and as many messages wait.</summary>
internal static class ShutdownFigures
{
    private const int InFlight = 1000;
    private const int Messages = 2 * InFlight;
    private static readonly TimeSpan HandlerTakes = TimeSpan.FromMinutes(1);

    /// <summary>Shorter than it ships, and than the handlers: they are interrupted, which is the harder case.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        List<Stop> stops = [];
        foreach (var consumer in ConsumersUnderTest.All)
        {
            stops.Add(await StopAsync(aws, consumer, cancellationToken));
        }

        return
        [
            Figure.Of(
                "invisible right after SIGTERM with all in flight that may be, of 2,000 (engine: 1,000; drain limit 5 s)",
                Goal.AtMost(0),
                stops.ConvertAll(stop => (double)stop.Invisible)),
            Figure.Of("lost by that: none was handled to its end", Goal.AtMost(0), stops.ConvertAll(stop => (double)stop.Lost)),
            Figure.Of("exit code after SIGTERM", Goal.AtMost(0), stops.ConvertAll(stop => (double)stop.ExitCode)),
        ];
    }

    private static async Task<Stop> StopAsync(EmbeddedAws aws, IConsumerUnderTest consumer, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, $"shutdown-{Guid.NewGuid():n}", TimeSpan.FromMinutes(2), cancellationToken);
        await queue.FillAsync(Messages, cancellationToken);
        var settings = new EngineSettings { MaxInFlight = InFlight, DrainLimit = DrainLimit };
        var all = consumer == ConsumersUnderTest.BareLoops ? EngineHost.Loops * BenchmarkQueue.BatchSize : InFlight;
        using var worker = new ChildWorker(
            consumer.Name, aws.Endpoint, queue.Name, queue.Url, settings, HandlerTakes, [all]).Start();
        await worker.ReadLineAsync(cancellationToken);

        var exitCode = await worker.TerminateAsync(cancellationToken);

        var invisible = await queue.InvisibleAsync(cancellationToken);
        var visible = await queue.VisibleAsync(cancellationToken);
        return new(invisible, Messages - visible - invisible, exitCode);
    }

    private sealed record Stop(int Invisible, int Lost, int ExitCode);
}
