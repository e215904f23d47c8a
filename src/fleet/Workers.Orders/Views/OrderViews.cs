using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects;
using Workers.Engine;
using Workers.Events;

namespace Workers.Orders.Views;

/// <summary>The consumer that keeps the views: it hears what the orders worker decided, and emits nothing.</summary>
internal static class OrderViews
{
    /// <summary>Adds it to a host that has effects.</summary>
    public static IHostApplicationBuilder AddOrderViews(this IHostApplicationBuilder builder)
    {
        builder.AddQueueConsumer("OrderViews", Topology.OrderViewsQueue, "Workers:OrderViews")
            .Shows<OrderRecorded>()
            .Shows<OrderPaid>()
            .Shows<OrderCompleted>()
            .Shows<OrderFailed>()
            .Shows<OrderCancellationDecided>()
            .Measures<OrderPaid, OrdersMetrics>((metrics, paid) => metrics.Paid(paid))
            .Measures<OrderCompleted, OrdersMetrics>((metrics, completed) => metrics.Completed(completed))
            .Measures<OrderFailed, OrdersMetrics>((metrics, failed) => metrics.Failed(failed))
            .Measures<OrderCancellationDecided, OrdersMetrics>((metrics, _) => metrics.Cancelled())
            .Measures<ShipmentOverdue, OrdersMetrics>((metrics, _) => metrics.Overdue());
        builder.Services.AddSingleton<OrdersMetrics>();
        return builder;
    }

    /// <summary>Every such event goes into both views. Each view remembers by itself what it has had.</summary>
    private static QueueConsumerBuilder Shows<TEvent>(this QueueConsumerBuilder consumer)
        where TEvent : class, IEventDetail =>
        consumer
            .Decides($"List{typeof(TEvent).Name}", _ => new CustomerOrdersHandler<TEvent>())
            .Decides($"Count{typeof(TEvent).Name}", _ => new OrderBoardHandler<TEvent>());
}
