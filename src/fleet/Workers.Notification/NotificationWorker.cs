using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;
using Workers.Notification.Channels;
using Workers.Notification.Handlers;
using Workers.Notification.Sending;

namespace Workers.Notification;

/// <summary>The worker that tells people: customers, the warehouse, operations and support teams.</summary>
public static class NotificationWorker
{
    internal const string Name = "Notification";

    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddNotificationWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("notification", Topology.SettingsSections);
        builder.AddBeat("notification", Topology.FleetTable, "Workers:Beat");
        builder.AddNotificationQueue();
        return builder;
    }

    /// <summary>Adds what empties the queue; clients of AWS, logging and health are the host's.</summary>
    internal static void AddNotificationQueue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddChannels();
        builder.Services.AddNotifier();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.Services.Configure<QueueConsumerOptions>(
            Name, options => options.MaxInFlight = Topology.ConsumptionOf(Topology.NotificationQueue).MaxInFlight);
        builder.AddQueueConsumer(Name, Topology.NotificationQueue, $"Workers:{Name}")
            .Handles<OrderPlaced, OrderPlacedHandler>()
            .Handles<OrderRefused, OrderRefusedHandler>()
            .Handles<InventoryReserved, InventoryReservedHandler>()
            .Handles<OrderPaid, OrderPaidHandler>()
            .Handles<ShipmentCreated, ShipmentCreatedHandler>()
            .Handles<OrderFailed, OrderFailedHandler>()
            .Handles<OrderCancellationDecided, OrderCancellationDecidedHandler>()
            .Handles<CancellationRefused, CancellationRefusedHandler>()
            .Handles<PaymentRefunded, PaymentRefundedHandler>()
            .Handles<LowStockAlert, LowStockAlertHandler>()
            .Handles<PurchaseOrderRaised, PurchaseOrderRaisedHandler>()
            .Handles<HighValueOrder, HighValueOrderHandler>()
            .Handles<OnboardingStepDue, OnboardingStepDueHandler>()
            .Handles<TicketAssigned, TicketAssignedHandler>()
            .Handles<TicketAssigned, TicketReceivedHandler>()
            .Handles<TicketEscalated, TicketEscalatedHandler>()
            .Handles<TicketResolved, TicketResolvedHandler>();
    }
}
