using System.Collections.Concurrent;
using Amazon.SQS.Model;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>One message now and then: the time from the answer that brought it until its handler starts.</summary>
internal sealed class LightLoadStep : IStep
{
    private const int WarmUp = 300;
    private const int Messages = 700;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly Figure Latency = new("p99 of received until handler starts, light load, ms (700 messages)", Goal.AtMost(5));

    public string Name => "light-load";

    public IReadOnlyList<Figure> Rows { get; } = [Latency];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var sqs = new WatchedSqs(EmbeddedAws.Config(aws.Endpoint)) { NotesReceives = true };
        var queue = await BenchmarkQueue.CreateAsync(sqs, "light-load", TimeSpan.FromSeconds(30), cancellationToken);
        ConcurrentQueue<double> milliseconds = [];
        var work = new Work(TimeSpan.Zero, messageId => milliseconds.Enqueue(sqs.SinceReceived(messageId).TotalMilliseconds));
        var running = ConsumersUnderTest.Engine.RunAsync(queue, work, new EngineSettings(), stop.Token);
        for (var number = 0; number < WarmUp + Messages; number++)
        {
            // With another client: the embedded AWS takes it as it comes, and no connection of the consumer's is taken.
            await aws.Sqs.SendMessageAsync(new SendMessageRequest(queue.Url, Order.Body(number)), cancellationToken);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        await stop.CancelAsync();
        await running;
        return [Latency with { Ours = Statistics.Percentile(milliseconds.Skip(WarmUp), 0.99) }];
    }
}
