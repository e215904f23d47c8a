using Amazon.SQS.Model;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>
/// The least that consuming takes: as many loops as the engine may have, each receiving ten as the engine does, and deleting ten,
/// reading nothing.
/// </summary>
internal sealed class BareLoops : IConsumerUnderTest
{
    public string Name => "bare loops";

    public Task RunAsync(BenchmarkQueue queue, Work work, EngineSettings settings, CancellationToken stop)
    {
        return Task.WhenAll(Enumerable.Range(0, EngineHost.Loops).Select(_ => LoopAsync()));

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
