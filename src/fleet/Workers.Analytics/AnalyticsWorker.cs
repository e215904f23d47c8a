using Workers.Analytics.Behaviour;
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

/// <summary>The worker that counts what happens, per minute, per day, per product, and follows what visitors do.</summary>
public static class AnalyticsWorker
{
    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddAnalyticsWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("analytics", Topology.SettingsSections);
        builder.AddBeat("analytics", Topology.FleetTable, "Workers:Beat");
        builder.AddAnalyticsQueue();
        return builder;
    }

    /// <summary>Adds what empties the queue; clients of AWS, logging and health are the host's.</summary>
    internal static void AddAnalyticsQueue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddCounters();
        builder.Services.AddBehaviour();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("Analytics", Topology.AnalyticsQueue, "Workers:Analytics")
            .Decides<OrderPlaced, OrderPlacedHandler>()
            .Decides<BehaviourRecorded, BehaviourRecordedHandler>()
            .Counts<OrderPaid>(_ => AnalyticsMetric.Paid, paid => paid.OrderId, paid => paid.Amount)
            .Counts<OrderCompleted>(_ => AnalyticsMetric.Completed, completed => completed.OrderId)
            .Counts<OrderFailed>(failed => AnalyticsMetric.Failed(failed.Stage), failed => failed.OrderId)
            .Counts<OrderCancellationDecided>(_ => AnalyticsMetric.Cancellations, decided => decided.OrderId)
            .Counts<PaymentRefunded>(_ => AnalyticsMetric.Refunded, refund => refund.OrderId, refund => refund.Amount)
            .Counts<InventoryUpdated>(_ => AnalyticsMetric.StockUpdates)
            .Counts<InventoryReserved>(_ => AnalyticsMetric.Reservations, reserved => reserved.OrderId)
            .Counts<ReservationFailed>(_ => AnalyticsMetric.Rejections, failed => failed.OrderId)
            .Counts<OrderRefused>(_ => AnalyticsMetric.Refusals)
            .Counts<InventoryReleased>(_ => AnalyticsMetric.Releases, released => released.OrderId)
            .Counts<LowStockAlert>(_ => AnalyticsMetric.LowStockAlerts)
            .Counts<NotificationSent>(sent => AnalyticsMetric.Notifications(sent.Channel));
    }
}
