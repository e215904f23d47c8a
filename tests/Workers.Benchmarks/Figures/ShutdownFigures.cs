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
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, "shutdown", TimeSpan.FromMinutes(2), cancellationToken);
        await queue.FillAsync(Messages, cancellationToken);
        var settings = new EngineSettings { MaxInFlight = InFlight, DrainLimit = DrainLimit };
        using var worker = new ChildWorker(aws.Endpoint, queue.Name, settings, HandlerTakes, [InFlight]).Start();
        await worker.ReadLineAsync(cancellationToken);

        var exitCode = await worker.TerminateAsync(cancellationToken);

        var invisible = await queue.InvisibleAsync(cancellationToken);
        var visible = await queue.VisibleAsync(cancellationToken);
        return
        [
            new("invisible right after SIGTERM with 1,000 in flight, 1,000 waiting (drain limit 5 s)", Goal.AtMost(0), invisible),
            new("lost by that, of 2,000 of which none was handled to its end", Goal.AtMost(0), Messages - visible - invisible),
            new("exit code after SIGTERM", Goal.AtMost(0), exitCode),
        ];
    }
}
