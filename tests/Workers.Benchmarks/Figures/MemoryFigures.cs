using System.Globalization;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>A worker process that has consumed ten times as much, or fifty times: it must not have grown.</summary>
internal static class MemoryFigures
{
    private const int Early = 20_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, int late, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, "memory", TimeSpan.FromSeconds(30), cancellationToken);
        using var worker = new ChildWorker(aws.Endpoint, queue.Name, new EngineSettings(), TimeSpan.Zero, [Early, late]).Start();
        var filling = queue.FillAsync(late, cancellationToken);
        var before = Mark.Parse(await worker.ReadLineAsync(cancellationToken));
        var after = Mark.Parse(await worker.ReadLineAsync(cancellationToken));
        await filling;
        await worker.TerminateAsync(cancellationToken);

        var messages = late.ToString("#,0", CultureInfo.InvariantCulture);
        return
        [
            new($"resident memory after {messages} messages against 20,000", Goal.AtMost(1.10), after.ResidentBytes / before.ResidentBytes),
            new($"resident memory after {messages} messages, MB", null, after.ResidentBytes / 1e6),
        ];
    }
}
