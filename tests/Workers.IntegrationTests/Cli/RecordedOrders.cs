using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Events.Reading;
using Workers.IntegrationTests.Endpoint;
using Workers.OrderHistory;

namespace Workers.IntegrationTests.Cli;

/// <summary>Orders with a history of one entry, as the orders worker leaves them.</summary>
internal sealed class RecordedOrders(AwsEndpoint endpoint, ProvisionedFleet fleet)
{
    private static readonly DateTimeOffset PlacedAt = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly EventRegistry Registry = new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddContracts()
        .BuildServiceProvider()
        .GetRequiredService<EventRegistry>();

    public async Task AddAsync(string orderId)
    {
        var recorded = new OrderRecorded(orderId, "CUST-1", [new("LAPTOP", 1, 90m)], 90m, 6m, 4m, 100m, PlacedAt, Version: 1);
        var entry = new OrderEntry(1, EntryKind.Decided, recorded, PlacedAt);
        await PutAsync(Topology.OrderEventsTable, new()
        {
            [OrderEventColumns.OrderId] = new(orderId),
            [OrderEventColumns.Version] = new() { N = "1" },
            [OrderEventColumns.Kind] = new(nameof(EntryKind.Decided)),
            [OrderEventColumns.Source] = new(EventNames.OrderRecorded.Source),
            [OrderEventColumns.Type] = new(EventNames.OrderRecorded.DetailType),
            [OrderEventColumns.EventVersion] = new(Registry.Store(recorded).Version),
            [OrderEventColumns.Detail] = new(Registry.Store(recorded).Json),
            [OrderEventColumns.OccurredAt] = new(SortableTime.Of(PlacedAt)),
            [OrderEventColumns.RecordedAt] = new(SortableTime.Of(PlacedAt)),
            [OrderEventColumns.EventId] = new($"event-{orderId}"),
            [OrderEventColumns.CorrelationId] = new($"event-{orderId}"),
            [OrderEventColumns.RecordedBy] = new("Orders.RecordOrderPlaced/1.0.0"),
        });
        await PutAsync(Topology.OrdersTable, new()
        {
            [OrderColumns.OrderId] = new(orderId),
            [OrderColumns.Version] = new() { N = "1" },
            [OrderColumns.Status] = new(nameof(OrderStatus.Placed)),
            [OrderColumns.CustomerId] = new("CUST-1"),
            [OrderColumns.Snapshot] = new(new OrderJson(Registry).Write(OrderFold.Fold(orderId, [entry]))),
        });
    }

    /// <summary>The history is lost.</summary>
    public Task ForgetAsync(string orderId) => endpoint.Clients.DynamoDb.DeleteItemAsync(
        fleet.Naming.NameOf(Topology.OrderEventsTable),
        new() { [OrderEventColumns.OrderId] = new(orderId), [OrderEventColumns.Version] = new() { N = "1" } },
        TestContext.Current.CancellationToken);

    /// <summary>A view's row as a rebuild leaves it that was killed.</summary>
    public Task LeaveBuildingAsync(string view) =>
        PutAsync(Topology.ViewsTable, new() { [ViewColumns.View] = new(view), [ViewColumns.Building] = new("rebuild-1") });

    private Task<PutItemResponse> PutAsync(string table, Dictionary<string, AttributeValue> row) =>
        endpoint.Clients.DynamoDb.PutItemAsync(fleet.Naming.NameOf(table), row, TestContext.Current.CancellationToken);
}
