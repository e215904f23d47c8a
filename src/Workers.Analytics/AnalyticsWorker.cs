using Workers.Analytics.Counting;
using Workers.Analytics.Handlers;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;

namespace Workers.Analytics;

/// <summary>The worker that counts what happens: per minute, per day, per product.</summary>
public static class AnalyticsWorker
{
    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddAnalyticsWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("analytics");
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddCounters();
        builder.AddEffects(Topology.IdempotencyTable);
        builder.AddQueueConsumer("Analytics", Topology.AnalyticsQueue)
            .Decides<OrderPlaced, OrderPlacedHandler>()
            .Decides<OrderCancelled, OrderCancelledHandler>()
            .Decides<InventoryUpdated, InventoryUpdatedHandler>()
            .Decides<InventoryReserved, InventoryReservedHandler>()
            .Decides<ReservationFailed, ReservationFailedHandler>()
            .Decides<InventoryReleased, InventoryReleasedHandler>()
            .Decides<LowStockAlert, LowStockAlertHandler>()
            .Decides<NotificationSent, NotificationSentHandler>();
        return builder;
    }
}
