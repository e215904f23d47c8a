using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>Handlers that end a good while before half of the visibility timeout has passed.</summary>
internal static class LeaseFigures
{
    private const int Messages = 500;
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan HandlerTakes = TimeSpan.FromSeconds(2);

    public static async Task<Figure> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, "leases", Visibility, cancellationToken);
        await queue.FillAsync(Messages, cancellationToken);
        var counted = await aws.CountAsync(cancellationToken);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = Messages;
        var handler = new NoOpHandler(HandlerTakes, _ =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                all.SetResult();
            }
        });
        using var host = EngineHost.Build(aws.Sqs, queue.Name, handler, new EngineSettings());

        await host.StartAsync(cancellationToken);
        await all.Task.WaitAsync(cancellationToken);
        await host.StopAsync(cancellationToken);

        var extensions = await counted.ExtensionsAsync(cancellationToken);
        return new("extend calls, handlers of 2 s, visibility 8 s, 500 messages", Goal.AtMost(0), extensions);
    }
}
