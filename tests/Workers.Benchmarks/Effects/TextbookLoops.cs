using Amazon.SQS;
using Microsoft.Extensions.Options;
using Workers.Benchmarks.Aws;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Effects;

/// <summary>
/// How a queue is consumed with nothing but the SDK: ten loops side by side, each of which receives ten messages, handles one after the
/// other, and deletes it.
/// </summary>
internal sealed class TextbookLoops(IAmazonSQS sqs, EventRegistry registry, IOptions<ResourceNaming> naming)
{
    private const int SideBySide = 10;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);   // a stop waits for open polls

    public async Task RunAsync(string queue, Func<ReceivedEvent, Task> handle, CancellationToken stop)
    {
        var name = naming.Value.NameOf(queue);
        var opened = new BenchmarkQueue(sqs, name, (await sqs.GetQueueUrlAsync(name, stop)).QueueUrl);
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => LoopAsync(opened, handle, stop)));
    }

    private async Task LoopAsync(BenchmarkQueue queue, Func<ReceivedEvent, Task> handle, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var response = await sqs.ReceiveMessageAsync(queue.Receive(Wait), CancellationToken.None);
            foreach (var message in response.Messages ?? [])
            {
                await handle(registry.Read(message.Body, message.MessageId));
                await sqs.DeleteMessageAsync(queue.Url, message.ReceiptHandle, CancellationToken.None);
            }
        }
    }
}
