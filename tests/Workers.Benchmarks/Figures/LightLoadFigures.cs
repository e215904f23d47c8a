using System.Collections.Concurrent;
using Amazon.SQS.Model;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>One message now and then: the time from the answer that brought it until its handler starts.</summary>
internal static class LightLoadFigures
{
    private const int WarmUp = 500;
    private const int Messages = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        List<double> p99 = [];
        foreach (var consumer in ConsumersUnderTest.All)
        {
            var milliseconds = await LatenciesAsync(aws, consumer, cancellationToken);
            p99.Add(Statistics.Percentile(milliseconds.Skip(WarmUp), 0.99));
        }

        return [Figure.Of("p99 of received until handler starts, light load, ms (1,000 messages)", Goal.AtMost(5), p99)];
    }

    private static async Task<IEnumerable<double>> LatenciesAsync(
        EmbeddedAws aws, IConsumerUnderTest consumer, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var sqs = new WatchedSqs(EmbeddedAws.Config(aws.Endpoint)) { NotesReceives = true };
        var queue = await BenchmarkQueue.CreateAsync(sqs, $"light-load-{Guid.NewGuid():n}", TimeSpan.FromSeconds(30), cancellationToken);
        ConcurrentQueue<double> milliseconds = [];
        var work = new Work(TimeSpan.Zero, messageId => milliseconds.Enqueue(sqs.SinceReceived(messageId).TotalMilliseconds));
        var running = consumer.RunAsync(queue, work, new EngineSettings(), stop.Token);
        for (var number = 0; number < WarmUp + Messages; number++)
        {
            // With another client: the embedded AWS takes it as it comes, and no connection of the consumer's is taken.
            await aws.Sqs.SendMessageAsync(new SendMessageRequest(queue.Url, Order.Body(number)), cancellationToken);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        await stop.CancelAsync();
        await running;
        return milliseconds;
    }
}
