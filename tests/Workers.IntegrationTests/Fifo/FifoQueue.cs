using System.Text.Json;
using Amazon.SQS.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Contracts;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Fifo;

/// <summary>A FIFO queue with its dead-letter queue, and hosts that consume it.</summary>
internal sealed class FifoQueue : IAsyncDisposable
{
    private const string Name = "stock.fifo";

    private readonly AwsEndpoint _endpoint;
    private readonly ResourceNaming _naming = new() { Prefix = Prefix.Fresh() };
    private readonly List<IHost> _hosts = [];

    private FifoQueue(AwsEndpoint endpoint) => _endpoint = endpoint;

    public string Url { get; private set; } = "";

    public string DeadLetterUrl { get; private set; } = "";

    public GroupLog Log { get; } = new();

    public static async Task<FifoQueue> CreateAsync(AwsEndpoint endpoint)
    {
        var queue = new FifoQueue(endpoint);
        queue.DeadLetterUrl = await queue.CreateAsync("stock-dlq.fifo", []);
        var target = await endpoint.Clients.Sqs.GetQueueAttributesAsync(queue.DeadLetterUrl, ["QueueArn"], Cancellation);
        var policy = JsonSerializer.Serialize(new { deadLetterTargetArn = target.QueueARN, maxReceiveCount = "100" });
        queue.Url = await queue.CreateAsync(Name, new() { ["RedrivePolicy"] = policy });
        return queue;
    }

    /// <summary>Sends messages, each to the group that its name begins with.</summary>
    public async Task SendAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            var detail = JsonSerializer.Serialize(new { productId = message[..1], restock = message[1] - '0' });
            var request = new SendMessageRequest(Url, EnvelopeOf.Event("ecommerce.inventory", "Inventory Updated", detail))
            {
                MessageGroupId = message[..1],
                MessageDeduplicationId = message,
            };
            await _endpoint.Clients.Sqs.SendMessageAsync(request, Cancellation);
        }
    }

    /// <summary>Begins to consume, in a process of its own as far as the queue can see.</summary>
    public async Task<IHost> StartAsync(Func<string, int, CancellationToken, Task<Outcome>> does)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<ResourceNaming>(naming => naming.Prefix = _naming.Prefix);
        builder.Services.Configure<QueueConsumerOptions>("Stock", options =>
        {
            options.WaitTime = options.BackoffBase = TimeSpan.FromSeconds(1);
            options.MaxReceiveLoops = 2;
        });
        builder.Services.AddContracts();
        builder.Services.AddSingleton(_endpoint.Clients.Sqs);
        builder.AddQueueConsumer("Stock", Name).Handles("GroupHandler", _ => new GroupHandler(Log, does));
        var host = builder.Build();
        _hosts.Add(host);
        await host.StartAsync(Cancellation);
        return host;
    }

    public async Task<IReadOnlyList<Message>> ReceiveAsync(string url, int visibilityTimeout = 30)
    {
        var request = new ReceiveMessageRequest(url)
        {
            MaxNumberOfMessages = 10,
            VisibilityTimeout = visibilityTimeout,
            MessageSystemAttributeNames = ["All"],
        };
        return (await _endpoint.Clients.Sqs.ReceiveMessageAsync(request, Cancellation)).Messages ?? [];
    }

    public async Task<int?> InFlightAsync() => (await _endpoint.Clients.Sqs.GetQueueAttributesAsync(
        Url, ["ApproximateNumberOfMessagesNotVisible"], Cancellation)).ApproximateNumberOfMessagesNotVisible;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }

        await _endpoint.Clients.Sqs.DeleteQueueAsync(Url, CancellationToken.None);
        await _endpoint.Clients.Sqs.DeleteQueueAsync(DeadLetterUrl, CancellationToken.None);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<string> CreateAsync(string name, Dictionary<string, string> attributes)
    {
        attributes["FifoQueue"] = "true";
        var request = new CreateQueueRequest(_naming.NameOf(name)) { Attributes = attributes };
        return (await _endpoint.Clients.Sqs.CreateQueueAsync(request, Cancellation)).QueueUrl;
    }
}
