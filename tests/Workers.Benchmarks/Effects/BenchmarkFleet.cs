using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.SimpleNotificationService;
using Amazon.StepFunctions;
using Workers.Benchmarks.Aws;
using Workers.Contracts;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Provisioning;

namespace Workers.Benchmarks.Effects;

/// <summary>The topology under a prefix of its own, with products in stock; gone when it is disposed.</summary>
internal sealed class BenchmarkFleet : IAsyncDisposable
{
    private const int BatchSize = 25;
    private const int EntriesPerCall = 10;

    private readonly AwsClients _clients;
    private readonly ResourceNaming _naming;
    private readonly TopologyProvisioner _provisioner;

    private BenchmarkFleet(EmbeddedAws aws)
    {
        _clients = new(
            aws.Sqs,
            new AmazonEventBridgeClient(EmbeddedAws.Config<AmazonEventBridgeConfig>(aws.Endpoint)),
            new AmazonDynamoDBClient(EmbeddedAws.Config<AmazonDynamoDBConfig>(aws.Endpoint)),
            new AmazonSimpleNotificationServiceClient(EmbeddedAws.Config<AmazonSimpleNotificationServiceConfig>(aws.Endpoint)),
            new AmazonStepFunctionsClient(EmbeddedAws.Config<AmazonStepFunctionsConfig>(aws.Endpoint)));
        _naming = new() { Prefix = $"{Guid.NewGuid():N}"[..8] + '-' };
        _provisioner = new(_clients, _naming, TimeProvider.System);
    }

    public string Prefix => _naming.Prefix;

    public static async Task<BenchmarkFleet> CreateAsync(
        EmbeddedAws aws, IEnumerable<string> products, CancellationToken cancellationToken)
    {
        var fleet = new BenchmarkFleet(aws);
        await fleet._provisioner.ApplyAsync(cancellationToken);
        foreach (var batch in products.Chunk(BatchSize))
        {
            await fleet.StockAsync(batch, cancellationToken);
        }

        return fleet;
    }

    public async Task<BenchmarkQueue> QueueAsync(string queue, CancellationToken cancellationToken)
    {
        var name = _naming.NameOf(queue);
        return new(_clients.Sqs, name, (await _clients.Sqs.GetQueueUrlAsync(name, cancellationToken)).QueueUrl);
    }

    /// <summary>Puts events on the bus, as others do.</summary>
    public async Task PublishAsync(IEnumerable<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        var bus = _naming.NameOf(Topology.Bus);
        foreach (var batch in events.Chunk(EntriesPerCall))
        {
            var entries = batch.Select(outgoing => new PutEventsRequestEntry
            {
                EventBusName = bus,
                Source = outgoing.Name.Source,
                DetailType = outgoing.Name.DetailType,
                Detail = outgoing.Detail,
                Time = outgoing.Time.UtcDateTime,
            });
            var response = await _clients.EventBridge.PutEventsAsync(new() { Entries = [.. entries] }, cancellationToken);
            if (response.FailedEntryCount > 0)
            {
                throw new InvalidOperationException("The embedded AWS did not take an event.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _provisioner.DestroyAsync(CancellationToken.None);
        _clients.EventBridge.Dispose();
        _clients.DynamoDb.Dispose();
    }

    private async Task StockAsync(string[] products, CancellationToken cancellationToken)
    {
        var puts = products.Select(productId => new WriteRequest(new PutRequest(new()
        {
            ["productId"] = new(productId),
            ["name"] = new($"Product {productId}"),
            ["available"] = new() { N = "1000000" },
            ["reserved"] = new() { N = "0" },
            ["threshold"] = new() { N = "10" },
        })));
        var table = _naming.NameOf(Topology.InventoryTable);
        var response = await _clients.DynamoDb.BatchWriteItemAsync(
            new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>> { [table] = [.. puts] }), cancellationToken);
        if (response.UnprocessedItems is { Count: > 0 })
        {
            throw new InvalidOperationException("The embedded AWS left products unwritten.");
        }
    }
}
