using Amazon.SQS.Model;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>
/// The least that consuming takes: eight loops, each receiving ten as the engine does, handling them side by side and deleting ten,
/// reading nothing. They are fewer where fewer messages than theirs may be handled at once.
/// </summary>
internal sealed class BareLoops : IConsumerUnderTest
{
    private const int Loops = 8;

    public string Name => "bare loops";

    /// <summary>How many loops there are.</summary>
    public static int Count(EngineSettings settings) => Math.Min(Loops, settings.MaxInFlight / BenchmarkQueue.BatchSize);

    public Task RunAsync(BenchmarkQueue queue, Work work, EngineSettings settings, CancellationToken stop)
    {
        return Task.WhenAll(Enumerable.Range(0, Count(settings)).Select(_ => LoopAsync()));

        async Task LoopAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                var response = await queue.Sqs.ReceiveMessageAsync(queue.Receive(settings.WaitTime), CancellationToken.None);
                if (response.Messages is { Count: > 0 } received)
                {
                    await Task.WhenAll(received.ConvertAll(message => work.DoAsync(message.MessageId, CancellationToken.None)));
                    await queue.Sqs.DeleteMessageBatchAsync(
                        queue.Url,
                        received.ConvertAll(message => new DeleteMessageBatchRequestEntry(message.MessageId, message.ReceiptHandle)),
                        CancellationToken.None);
                }
            }
        }
    }
}
