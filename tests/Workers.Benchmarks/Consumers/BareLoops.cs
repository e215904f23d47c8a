using System.Diagnostics;
using Amazon.SQS.Model;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>The least that consuming takes: as many loops as the engine may have, each receiving ten and deleting ten, reading nothing.</summary>
internal sealed class BareLoops : IConsumerUnderTest
{
    public string Name => "bare loops";

    public async Task<TimeSpan> ConsumeAsync(BenchmarkQueue queue, int messages, CancellationToken cancellationToken)
    {
        var left = messages;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, EngineHost.Loops).Select(_ => LoopAsync()));
        return clock.Elapsed;

        async Task LoopAsync()
        {
            while (Volatile.Read(ref left) > 0)
            {
                var response = await queue.Sqs.ReceiveMessageAsync(
                    new ReceiveMessageRequest(queue.Url) { MaxNumberOfMessages = 10 }, cancellationToken);
                if (response.Messages is { Count: > 0 } received)
                {
                    await queue.Sqs.DeleteMessageBatchAsync(
                        queue.Url,
                        received.ConvertAll(message => new DeleteMessageBatchRequestEntry(message.MessageId, message.ReceiptHandle)),
                        cancellationToken);
                    Interlocked.Add(ref left, -received.Count);
                }
            }
        }
    }
}
