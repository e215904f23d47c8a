using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.OrderHistory;
using Workers.Orders.Aggregate;
using Workers.Orders.Handlers;
using Workers.Orders.Stores;
using Workers.Orders.Views;

namespace Workers.Orders;

/// <summary>The worker that keeps every order's history, decides what an order is, and keeps the views of it.</summary>
public static class OrdersWorker
{
    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddOrdersWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("orders", Topology.SettingsSections);
        builder.AddBeat("orders", Topology.FleetTable, "Workers:Beat");
        builder.AddOrders();
        return builder;
    }

    /// <summary>Adds what the worker does, without what every host of the fleet has.</summary>
    internal static void AddOrders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddSingleton<OrderJson>().AddSingleton<OrderRow>().AddSingleton<HistoryRow>();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("Orders", Topology.OrdersQueue, "Workers:Orders")
            .Records<OrderPlaced>(placed => placed.OrderId, EventNames.OrderPlaced)
            .Records<OrderCancelled>(cancelled => cancelled.OrderId, EventNames.OrderCancelled)
            .Records<OrderCancellationRequested>(request => request.OrderId, EventNames.OrderCancellationRequested)
            .Records<InventoryReserved>(reserved => reserved.OrderId, EventNames.InventoryReserved)
            .Records<ReservationFailed>(failed => failed.OrderId, EventNames.ReservationFailed)
            .Records<PaymentProcessed>(payment => payment.OrderId, EventNames.PaymentProcessed)
            .Records<PaymentFailed>(failed => failed.OrderId, EventNames.PaymentFailed)
            .Records<PaymentRefunded>(refund => refund.OrderId, EventNames.PaymentRefunded)
            .Records<ShipmentCreated>(shipment => shipment.OrderId, EventNames.ShipmentCreated)
            .Records<ShippingFailed>(failed => failed.OrderId, EventNames.ShippingFailed)
            .Records<ShipmentDelivered>(delivered => delivered.OrderId, EventNames.ShipmentDelivered)
            .Records<WorkflowFailed>(failed => failed.OrderId, EventNames.WorkflowFailed);
        builder.AddQueueConsumer("OrderDeadlines", Topology.OrderDeadlinesQueue, "Workers:OrderDeadlines")
            .HasDeadline<OrderPlaced>(placed => placed.OrderId, OrderStage.Payment)
            .HasDeadline<OrderPaid>(paid => paid.OrderId, OrderStage.Shipping);
        builder.AddOrderViews();
    }

    /// <summary>Every such event goes on its order's record, as a fact that its sender told.</summary>
    private static QueueConsumerBuilder Records<TEvent>(this QueueConsumerBuilder consumer, Func<TEvent, string> orderIdOf, EventName name)
        where TEvent : class, IEventDetail =>
        consumer.Decides($"Record{typeof(TEvent).Name}", services => services.Handler(
            orderIdOf,
            (EventMessage<TEvent> message) => new Fact(message.Detail, message.OccurredAt, IsForeign: message.Envelope.Name != name)));

    /// <summary>Every such event comes when the time that it gave its order is over.</summary>
    private static QueueConsumerBuilder HasDeadline<TEvent>(this QueueConsumerBuilder consumer, Func<TEvent, string> orderIdOf, OrderStage awaited)
        where TEvent : class, IEventDetail =>
        consumer.Decides($"DeadlineOf{typeof(TEvent).Name}", services => services.Handler(
            orderIdOf,
            (EventMessage<TEvent> message) => new Fact(new DeadlinePassed(orderIdOf(message.Detail), awaited), message.Delivery.FirstReceivedAt)));

    private static OrderHandler<TEvent> Handler<TEvent>(
        this IServiceProvider services, Func<TEvent, string> orderIdOf, Func<EventMessage<TEvent>, Fact> factOf)
        where TEvent : class, IEventDetail =>
        new(orderIdOf, factOf, services.GetRequiredService<OrderRow>(), services.GetRequiredService<HistoryRow>());
}
