using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects;
using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Effects;

/// <summary>
/// A worker's effects without its queue: a spec hands the messages over. They are about one product that no other spec
/// has.
/// </summary>
internal sealed class EffectsHost : IAsyncDisposable
{
    private const string HandlerName = "Inventory.RestockHandler";

    private readonly AwsEndpoint _endpoint;
    private readonly ProvisionedFleet _fleet;
    private readonly ServiceProvider _services;

    public EffectsHost(AwsEndpoint endpoint, ProvisionedFleet fleet)
    {
        _endpoint = endpoint;
        _fleet = fleet;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<ResourceNaming>(naming => naming.Prefix = fleet.Naming.Prefix);
        builder.Services.AddContracts();
        builder.Services.AddSingleton(endpoint.Clients.DynamoDb);
        builder.Services.AddSingleton<IEventPublisher>(Bus);
        builder.AddEffects(Topology.IdempotencyTable);
        builder.AddQueueConsumer("Inventory", Topology.InventoryQueue, "Workers:Inventory").Decides<InventoryUpdated, RestockHandler>();
        _services = builder.Services.BuildServiceProvider();
    }

    public string ProductId { get; init; } = $"{Guid.NewGuid():N}";

    public RecordingBus Bus { get; } = new();

    public RestockHandler Handler => _services.GetRequiredService<RestockHandler>();

    public Task<Outcome> HandleAsync(string eventId, int receiveCount = 1) => HandleAsync(Handler, eventId, receiveCount);

    public Task<Outcome> HandleAsync(IDecide<InventoryUpdated> handler, string eventId, int receiveCount = 1) =>
        _services.GetRequiredKeyedService<CommitQueue>("Inventory").CommitAsync(
            handler, Message(eventId, receiveCount, new FixedLease()), TestContext.Current.CancellationToken);

    public Task<Outcome> RunAsync(Func<EffectClaim, Task<EffectResult>> effect, IMessageLease? lease = null) =>
        _services.GetRequiredService<ILeasedEffects>().RunAsync(
            Message("event-1", 1, lease ?? new FixedLease()),
            "mail",
            oncePer: null,
            (claim, _) => effect(claim),
            TestContext.Current.CancellationToken);

    /// <summary>The product's item; empty where there is none.</summary>
    public Task<Item> ProductAsync() => ItemAsync(Topology.InventoryTable, "productId", ProductId);

    /// <summary>Asks for an event's claim as a certain owner.</summary>
    public Task<ClaimAnswer> ClaimAsync(string eventId, string owner) =>
        _services.GetRequiredService<IClaimStore>().ClaimAsync(
            new ItemKey(Topology.IdempotencyTable, "marker", MarkerOf(eventId)),
            owner,
            DateTimeOffset.UnixEpoch,
            expiresAt: 0,
            TestContext.Current.CancellationToken);

    /// <summary>The row of an event's marker or claim; empty where there is none.</summary>
    public Task<Item> MarkerAsync(string eventId) =>
        ItemAsync(Topology.IdempotencyTable, "marker", MarkerOf(eventId));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private string MarkerOf(string eventId) => $"{HandlerName}#{ProductId}-{eventId}";

    private async Task<Item> ItemAsync(string table, string key, string value)
    {
        var request = new GetItemRequest(_fleet.Naming.NameOf(table), new() { [key] = new(value) }) { ConsistentRead = true };
        var response = await _endpoint.Clients.DynamoDb.GetItemAsync(request, TestContext.Current.CancellationToken);
        return new Item(response.Item ?? []);
    }

    private EventMessage<InventoryUpdated> Message(string eventId, int receiveCount, IMessageLease lease) =>
        new(
            new InventoryUpdated(ProductId, Restock: 1),
            new EventMetadata($"{ProductId}-{eventId}", "correlation-1"),
            new EventEnvelope(new EventName("ecommerce.inventory", "Inventory Updated"), DateTimeOffset.UnixEpoch),
            new Delivery(HandlerName, $"message-{eventId}", receiveCount, DateTimeOffset.UnixEpoch, lease));
}
