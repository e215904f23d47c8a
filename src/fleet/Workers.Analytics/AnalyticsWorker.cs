using Workers.Analytics.Counting;
using Workers.Analytics.Handlers;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
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

        builder.AddWorkerDefaults("analytics", Topology.SettingsSections);
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddCounters();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("Analytics", Topology.AnalyticsQueue, "Workers:Analytics")
            .Decides<OrderPlaced, OrderPlacedHandler>()
            .Counts<OrderCancelled>(_ => AnalyticsMetric.Cancellations, cancelled => cancelled.OrderId)
            .Counts<InventoryUpdated>(_ => AnalyticsMetric.StockUpdates)
            .Counts<InventoryReserved>(_ => AnalyticsMetric.Reservations, reserved => reserved.OrderId)
            .Counts<ReservationFailed>(_ => AnalyticsMetric.Rejections, failed => failed.OrderId)
            .Counts<OrderRefused>(_ => AnalyticsMetric.Refusals)
            .Counts<InventoryReleased>(_ => AnalyticsMetric.Releases, released => released.OrderId)
            .Counts<LowStockAlert>(_ => AnalyticsMetric.LowStockAlerts)
            .Counts<NotificationSent>(sent => AnalyticsMetric.Notifications(sent.Channel));
        return builder;
    }
}
