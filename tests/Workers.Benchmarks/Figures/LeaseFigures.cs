using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>Handlers that end a good while before half of the visibility timeout has passed.</summary>
internal static class LeaseFigures
{
    private const int Messages = 500;
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan HandlerTakes = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        List<double> extensions = [];
        foreach (var consumer in ConsumersUnderTest.All)
        {
            extensions.Add(await ExtensionsAsync(aws, consumer, cancellationToken));
        }

        return [Figure.Of("extend calls, handlers of 2 s, visibility 8 s, 500 messages", Goal.AtMost(0), extensions)];
    }

    private static async Task<long> ExtensionsAsync(
        EmbeddedAws aws, IConsumerUnderTest consumer, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, $"leases-{Guid.NewGuid():n}", Visibility, cancellationToken);
        await queue.FillAsync(Messages, cancellationToken);
        var counted = await aws.CountAsync(cancellationToken);
        var left = Messages;
        var work = new Work(HandlerTakes, _ =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                stop.Cancel();
            }
        });
        await consumer.RunAsync(queue, work, new EngineSettings(), stop.Token);
        return await counted.ExtensionsAsync(cancellationToken);
    }
}
