using Amazon.SQS.Model;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>What most consumers do: one receive loop, and one delete per message, as many at once as the engine handles.</summary>
internal sealed class PeersLoop : IConsumerUnderTest
{
    public string Name => "peers' loop";

    public async Task RunAsync(BenchmarkQueue queue, Work work, EngineSettings settings, CancellationToken stop)
    {
        using var slots = new SemaphoreSlim(settings.MaxInFlight);
        while (!stop.IsCancellationRequested)
        {
            var response = await queue.Sqs.ReceiveMessageAsync(queue.Receive(settings.WaitTime), CancellationToken.None);
            foreach (var message in response.Messages ?? [])
            {
                await slots.WaitAsync(CancellationToken.None);
                _ = HandleAsync(message);
            }
        }

        // All slots are free when the last handler has ended.
        for (var slot = 0; slot < settings.MaxInFlight; slot++)
        {
            await slots.WaitAsync(CancellationToken.None);
        }

        async Task HandleAsync(Message message)
        {
            await work.DoAsync(message.MessageId, CancellationToken.None);
            await queue.Sqs.DeleteMessageAsync(queue.Url, message.ReceiptHandle, CancellationToken.None);
            slots.Release();
        }
    }
}
