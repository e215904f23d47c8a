using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>An empty queue, polled as the engine ships: for one whole minute, beside the other measurements, on an embedded AWS of its own.</summary>
internal static class IdleFigures
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static async Task<Figure> MeasureAsync(CancellationToken cancellationToken)
    {
        using var aws = await EmbeddedAws.StartAsync(cancellationToken);
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, "idle", TimeSpan.FromSeconds(30), cancellationToken);
        var settings = new EngineSettings { WaitTime = TimeSpan.FromSeconds(20) };
        using var host = EngineHost.Build(aws.Sqs, queue.Name, new NoOpHandler(TimeSpan.Zero, _ => { }), settings);
        await host.StartAsync(cancellationToken);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);

        var counted = await aws.CountAsync(cancellationToken);
        await Task.Delay(Window, TimeProvider.System, cancellationToken);
        var calls = await counted.AllAsync(cancellationToken);

        await host.StopAsync(cancellationToken);
        return new("SQS calls per minute, idle queue, wait 20 s (one whole minute)", Goal.AtMost(4), calls);
    }
}
