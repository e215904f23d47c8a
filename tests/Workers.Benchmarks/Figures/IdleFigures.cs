using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>An empty queue, polled as the engine ships, for one whole minute: each on an embedded AWS of its own, all at once.</summary>
internal static class IdleFigures
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken cancellationToken)
    {
        var calls = await Task.WhenAll(ConsumersUnderTest.All.Select(consumer => CallsAsync(consumer, cancellationToken)));
        return [Figure.Of("SQS calls per minute, idle queue, wait 20 s (one whole minute)", Goal.AtMost(4), calls)];
    }

    private static async Task<double> CallsAsync(IConsumerUnderTest consumer, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var aws = await EmbeddedAws.StartAsync(cancellationToken);
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, "idle", TimeSpan.FromSeconds(30), cancellationToken);
        var running = consumer.RunAsync(queue, Work.None, new EngineSettings { WaitTime = TimeSpan.FromSeconds(20) }, stop.Token);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);

        var counted = await aws.CountAsync(cancellationToken);
        await Task.Delay(Window, TimeProvider.System, cancellationToken);
        var calls = await counted.AllAsync(cancellationToken);

        await stop.CancelAsync();
        await running;
        return calls;
    }
}
