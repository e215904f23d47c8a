using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;
using Workers.Inventory.Handlers;

namespace Workers.Inventory;

/// <summary>The worker that keeps stock: it reserves orders, gives back or ships what it reserved, and corrects what is available.</summary>
public static class InventoryWorker
{
    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddInventoryWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("inventory", Topology.SettingsSections);
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("Inventory", Topology.InventoryQueue, "Workers:Inventory")
            .Decides<OrderPlaced, OrderPlacedHandler>()
            .Decides<OrderCancellationDecided, OrderCancellationDecidedHandler>()
            .Decides<OrderFailed, OrderFailedHandler>()
            .Decides<ShipmentCreated, ShipmentCreatedHandler>()
            .Decides<InventoryUpdated, InventoryUpdatedHandler>();
        return builder;
    }
}
