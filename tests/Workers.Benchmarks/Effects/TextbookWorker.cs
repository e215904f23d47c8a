using Amazon.SQS;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Benchmarks.Aws;
using Workers.Contracts;
using Workers.Defaults;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Effects;

/// <summary>
/// The inventory worker as it is written with nothing but the SDK: ten loops side by side, each of which receives ten messages, handles
/// one after the other, and deletes it.
/// </summary>
internal sealed class TextbookWorker(
    IAmazonSQS sqs, TextbookHandler handler, EventRegistry registry, IOptions<ResourceNaming> naming) : BackgroundService
{
    private const int SideBySide = 10;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);   // a stop waits for open polls

    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddWorkerDefaults("inventory");
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddSingleton<TextbookHandler>();
        builder.Services.AddHostedService<TextbookWorker>();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var name = naming.Value.NameOf(Topology.InventoryQueue);
        var queue = new BenchmarkQueue(sqs, name, (await sqs.GetQueueUrlAsync(name, stoppingToken)).QueueUrl);
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => LoopAsync(queue, stoppingToken)));
    }

    private async Task LoopAsync(BenchmarkQueue queue, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var response = await sqs.ReceiveMessageAsync(queue.Receive(Wait), CancellationToken.None);
            foreach (var message in response.Messages ?? [])
            {
                var order = EffectsPath.MessageOf(registry.Read(message.Body, message.MessageId));
                await handler.HandleAsync(order, CancellationToken.None);
                await sqs.DeleteMessageAsync(queue.Url, message.ReceiptHandle, CancellationToken.None);
            }
        }
    }
}
