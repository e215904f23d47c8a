using System.Diagnostics;
using Amazon.SQS.Model;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>What most consumers do: one receive loop, and one delete per message, as many at once as the engine handles.</summary>
internal sealed class PeersLoop : IConsumerUnderTest
{
    public string Name => "peers' loop";

    public async Task<TimeSpan> ConsumeAsync(BenchmarkQueue queue, int messages, CancellationToken cancellationToken)
    {
        var concurrency = new EngineSettings().MaxInFlight;
        using var slots = new SemaphoreSlim(concurrency);
        var clock = Stopwatch.StartNew();
        List<Task> deleting = [];
        for (var left = messages; left > 0;)
        {
            var response = await queue.Sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest(queue.Url) { MaxNumberOfMessages = 10 }, cancellationToken);
            foreach (var message in response.Messages ?? [])
            {
                await slots.WaitAsync(cancellationToken);
                deleting.Add(DeleteAsync(message));
                left--;
            }
        }

        await Task.WhenAll(deleting);
        return clock.Elapsed;

        async Task DeleteAsync(Message message)
        {
            await queue.Sqs.DeleteMessageAsync(queue.Url, message.ReceiptHandle, cancellationToken);
            slots.Release();
        }
    }
}
