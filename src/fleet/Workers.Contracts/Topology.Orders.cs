using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The orders worker: it keeps every order's history and decides what an order is.
public static partial class Topology
{
    /// <summary>The orders worker's queue: every fact about an order.</summary>
    public const string OrdersQueue = "orders-queue";

    /// <summary>What the orders worker rejects.</summary>
    public const string OrdersDlq = "orders-dlq";

    /// <summary>The queue of what the orders worker decided, from which it keeps the views.</summary>
    public const string OrderViewsQueue = "order-views-queue";

    /// <summary>What cannot be brought into the views.</summary>
    public const string OrderViewsDlq = "order-views-dlq";

    /// <summary>The queue that shows an order to the orders worker once more, when its time is over.</summary>
    public const string OrderDeadlinesQueue = "order-deadlines-queue";

    /// <summary>Orders whose deadline cannot be looked at.</summary>
    public const string OrderDeadlinesDlq = "order-deadlines-dlq";

    /// <summary>The history of every order: only ever added to.</summary>
    public const string OrderEventsTable = "order-events";

    /// <summary>Every order, as its history makes it.</summary>
    public const string OrdersTable = "orders";

    /// <summary>The view of a customer's orders.</summary>
    public const string CustomerOrdersTable = "customer-orders";

    /// <summary>The view of how many orders are at which stage.</summary>
    public const string OrderBoardTable = "order-board";

    /// <summary>Which generation of each view is read, and which is being built.</summary>
    public const string ViewsTable = "views";

    private static string[] OrderQueues => [NotificationQueue, AnalyticsQueue, OrdersQueue];

    private static string[] ForeignOrderQueues => [InventoryQueue, .. OrderQueues, OrderDeadlinesQueue];

    /// <summary>As long as SQS can delay a message: an order has this long to be paid, and once more to be shipped.</summary>
    private static TimeSpan OrderDeadline => TimeSpan.FromMinutes(15);

    private static TopologyPart Orders() => new(
        new("orders")
        {
            Consumes = new(WorkerQueue(OrdersQueue, OrdersDlq, visibilitySeconds: 60)),
            AlsoConsumes =
            [
                new(WorkerQueue(OrderViewsQueue, OrderViewsDlq, visibilitySeconds: 60)),
                new(WorkerQueue(OrderDeadlinesQueue, OrderDeadlinesDlq, visibilitySeconds: 60) with { Delay = OrderDeadline }),
            ],
            BusActions = ["PutEvents"],
            Emits =
            [
                EventNames.OrderRecorded,
                EventNames.OrderPaid,
                EventNames.OrderCompleted,
                EventNames.OrderFailed,
                EventNames.OrderCancellationDecided,
                EventNames.CancellationRefused,
                EventNames.ShipmentOverdue,
            ],
            Tables =
            [
                new(IdempotencyTable, "BatchGetItem", "PutItem"),
                new(OrdersTable, "BatchGetItem", "PutItem", "UpdateItem"),
                new(OrderEventsTable, "PutItem"),
                new(CustomerOrdersTable, "BatchGetItem", "UpdateItem"),
                new(OrderBoardTable, "BatchGetItem", "UpdateItem"),
                new(ViewsTable, "BatchGetItem"),
            ],
        })
    {
        Rules =
        [
            new("order-processing", new(EventNames.OrderPlaced), OrderQueues),
            new("order-placed-inventory", new(EventNames.OrderPlaced) { Detail = NotOrchestrated }, [InventoryQueue]),
            new("orders-order-created", new(EventNames.ForeignOrderCreated), ForeignOrderQueues),
            new("order-service-order-created", new(EventNames.OrderServiceOrderCreated), ForeignOrderQueues),
            new("api-gateway-order-created", new(EventNames.ApiGatewayOrderCreated), ForeignOrderQueues),
            // What others say of a cancellation is a request. Everybody but the orders worker hears its decision.
            new("order-cancellations", new(EventNames.OrderCancelled, EventNames.OrderCancellationRequested), [OrdersQueue]),
            new("order-deadlines", new(EventNames.OrderPlaced, EventNames.OrderPaid), [OrderDeadlinesQueue]),
            new(
                "order-views",
                new(
                    EventNames.OrderRecorded,
                    EventNames.OrderPaid,
                    EventNames.OrderCompleted,
                    EventNames.OrderFailed,
                    EventNames.OrderCancellationDecided,
                    EventNames.ShipmentOverdue),
                [OrderViewsQueue]),
            new(
                "order-ends",
                new(EventNames.OrderFailed, EventNames.OrderCancellationDecided),
                [InventoryQueue, PaymentsQueue, NotificationQueue, AnalyticsQueue]),
            new("order-paid", new(EventNames.OrderPaid), [NotificationQueue, AnalyticsQueue]),
            new("order-paid-shipping", new(EventNames.OrderPaid) { Detail = NotOrchestrated }, [ShippingQueue]),
            new("order-completed", new(EventNames.OrderCompleted), [AnalyticsQueue]),
            new("order-cancellation-refused", new(EventNames.CancellationRefused), [NotificationQueue]),
            new("order-overdue", new(EventNames.ShipmentOverdue), [ShippingQueue]),
        ],
        Tables =
        [
            new(OrderEventsTable, OrderEventColumns.OrderId) { SortKey = OrderEventColumns.Version, SortIsNumber = true },
            new(OrdersTable, OrderColumns.OrderId),
            new(CustomerOrdersTable, CustomerOrderColumns.Customer) { SortKey = CustomerOrderColumns.Order },
            new(OrderBoardTable, OrderBoardColumns.Bucket) { SortKey = OrderBoardColumns.Metric },
            new(ViewsTable, ViewColumns.View),
        ],
    };
}
