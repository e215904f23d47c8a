using System.Diagnostics;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>A worker as it ships, in the middle of 1,000 messages that take 3 s each, gets SIGTERM: what it has begun it ends.</summary>
internal static class DrainFigures
{
    private const int Messages = 1000;
    private static readonly TimeSpan HandlerTakes = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, "drain", TimeSpan.FromMinutes(2), cancellationToken);
        await queue.FillAsync(Messages, cancellationToken);
        var settings = new EngineSettings();
        using var worker = new ChildWorker(
            ConsumersUnderTest.Engine.Name, aws.Endpoint, queue.Name, queue.Url, settings, HandlerTakes, [Messages / 2]).Start();
        await worker.ReadLineAsync(cancellationToken);

        var clock = Stopwatch.StartNew();
        var exitCode = await worker.TerminateAsync(cancellationToken);
        var took = clock.Elapsed;

        var invisible = await queue.InvisibleAsync(cancellationToken);
        var visible = await queue.VisibleAsync(cancellationToken);
        var begun = Mark.Parse(await worker.ReadLineAsync(cancellationToken)).Handled;
        return
        [
            new("SIGTERM amid 1,000 messages of 3 s: seconds until exit", Goal.AtMost(settings.DrainLimit.TotalSeconds + 5), took.TotalSeconds),
            new("exit code after that", Goal.AtMost(0), exitCode),
            new("invisible right after that", Goal.AtMost(0), invisible),
            new("messages neither handled once nor visible again after that", Goal.AtMost(0), Math.Abs(Messages - visible - begun)),
        ];
    }
}
