using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;
using Workers.Events.Settings;
using Workers.Inventory.Handlers;

namespace Workers.Inventory;

/// <summary>
/// The worker that keeps stock: it reserves orders, gives back or ships what it reserved, corrects what is available, and has more bought
/// when stock is low.
/// </summary>
public static class InventoryWorker
{
    private const string Name = "Inventory";

    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddInventoryWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("inventory", Topology.SettingsSections);
        builder.AddBeat("inventory", Topology.FleetTable, "Workers:Beat");
        builder.AddInventoryQueue();
        return builder;
    }

    /// <summary>Adds what empties the queue; clients of AWS, logging and health are the host's.</summary>
    internal static void AddInventoryQueue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddOptions<PurchasingOptions>().BindSettings($"Workers:{Name}").ValidateDataAnnotations();
        builder.Services.AddSingleton<Purchasing>();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer(Name, Topology.InventoryQueue, $"Workers:{Name}")
            .Decides<OrderPlaced, OrderPlacedHandler>()
            .Decides<StockReservationRequested, StockReservationRequestedHandler>()
            .Decides<StockReleaseRequested, StockReleaseRequestedHandler>()
            .Decides<OrderCancellationDecided, OrderCancellationDecidedHandler>()
            .Decides<OrderFailed, OrderFailedHandler>()
            .Decides<ShipmentCreated, ShipmentCreatedHandler>()
            .Decides<InventoryUpdated, InventoryUpdatedHandler>()
            .Decides<LowStockAlert, LowStockAlertHandler>();
    }
}
