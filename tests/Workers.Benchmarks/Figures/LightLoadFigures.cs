using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.SQS.Model;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>One message now and then: the time from the answer that brought it until its handler starts.</summary>
internal static class LightLoadFigures
{
    private const int WarmUp = 100;
    private const int Messages = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task<Figure> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var sqs = new StampingSqs(EmbeddedAws.Config(aws.Endpoint));
        var queue = await BenchmarkQueue.CreateAsync(sqs, "light-load", TimeSpan.FromSeconds(30), cancellationToken);
        ConcurrentQueue<double> milliseconds = [];
        var handler = new NoOpHandler(
            TimeSpan.Zero,
            delivery => milliseconds.Enqueue(Stopwatch.GetElapsedTime(sqs.ReceivedAt(delivery.MessageId)).TotalMilliseconds));
        using var host = EngineHost.Build(sqs, queue.Name, handler, new EngineSettings());
        await host.StartAsync(cancellationToken);
        for (var number = 0; number < WarmUp + Messages; number++)
        {
            await sqs.SendMessageAsync(new SendMessageRequest(queue.Url, Order.Body(number)), cancellationToken);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        await host.StopAsync(cancellationToken);
        var p99 = Statistics.Percentile(milliseconds.Skip(WarmUp), 0.99);
        return new("p99 of received until handler starts, light load, ms (1,000 messages)", Goal.AtMost(5), p99);
    }
}
