using Workers.Contracts.Resources;
using Workers.Contracts.Tables;
using Workers.Events;

namespace Workers.Contracts;

/// <summary>
/// The map of bus, rules, queues, tables and the programs between them: the one place where their names stand. All names are
/// unprefixed; whoever talks to AWS applies the prefix.
/// </summary>
public static class Topology
{
    /// <summary>The bus that every event travels over.</summary>
    public const string Bus = "ecommerce-events";

    /// <summary>The archive of the bus.</summary>
    public const string ArchiveName = "ecommerce-archive";

    /// <summary>The inventory worker's queue.</summary>
    public const string InventoryQueue = "inventory-queue";

    /// <summary>The notification worker's queue.</summary>
    public const string NotificationQueue = "notification-queue";

    /// <summary>The analytics worker's queue.</summary>
    public const string AnalyticsQueue = "analytics-queue";

    /// <summary>The orders worker's queue: every fact about an order.</summary>
    public const string OrdersQueue = "orders-queue";

    /// <summary>The queue of what the orders worker decided, from which it keeps the views.</summary>
    public const string OrderViewsQueue = "order-views-queue";

    /// <summary>The queue that shows an order to the orders worker once more, when its time is over.</summary>
    public const string OrderDeadlinesQueue = "order-deadlines-queue";

    /// <summary>The payments worker's queue.</summary>
    public const string PaymentsQueue = "payments-queue";

    /// <summary>The shipping worker's queue.</summary>
    public const string ShippingQueue = "shipping-queue";

    /// <summary>What the inventory worker rejects.</summary>
    public const string InventoryDlq = "inventory-dlq";

    /// <summary>What the notification worker rejects.</summary>
    public const string NotificationDlq = "notification-dlq";

    /// <summary>What the analytics worker rejects.</summary>
    public const string AnalyticsDlq = "analytics-dlq";

    /// <summary>What the orders worker rejects.</summary>
    public const string OrdersDlq = "orders-dlq";

    /// <summary>What cannot be brought into the views.</summary>
    public const string OrderViewsDlq = "order-views-dlq";

    /// <summary>Orders whose deadline cannot be looked at.</summary>
    public const string OrderDeadlinesDlq = "order-deadlines-dlq";

    /// <summary>What the payments worker rejects.</summary>
    public const string PaymentsDlq = "payments-dlq";

    /// <summary>What the shipping worker rejects.</summary>
    public const string ShippingDlq = "shipping-dlq";

    /// <summary>What EventBridge could not deliver to a target.</summary>
    public const string UndeliveredDlq = "undelivered-dlq";

    /// <summary>Stock by product.</summary>
    public const string InventoryTable = "inventory";

    /// <summary>What became of each order's reservation.</summary>
    public const string ReservationsTable = "reservations";

    /// <summary>The markers and claims by which an effect happens once.</summary>
    public const string IdempotencyTable = "event-idempotency";

    /// <summary>What was sent to whom.</summary>
    public const string NotificationsTable = "notifications";

    /// <summary>Counters by time bucket.</summary>
    public const string AnalyticsTable = "analytics";

    /// <summary>What came in under an idempotency key, and what became of it.</summary>
    public const string HttpRequestsTable = "http-requests";

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

    /// <summary>What each order was charged.</summary>
    public const string PaymentsTable = "payments";

    /// <summary>What a carrier has taken for which order.</summary>
    public const string ShipmentsTable = "shipments";

    /// <summary>As long as SQS can: a worker that is broken over two weekends loses nothing. Markers live longer than both queues' together.</summary>
    private static readonly TimeSpan LongestRetention = TimeSpan.FromDays(14);

    /// <summary>As long as SQS can delay a message: an order has this long to be paid, and once more to be shipped.</summary>
    private static readonly TimeSpan OrderDeadline = TimeSpan.FromMinutes(15);

    private static readonly string[] OrderQueues = [InventoryQueue, NotificationQueue, AnalyticsQueue, OrdersQueue];
    private static readonly string[] ForeignOrderQueues = [.. OrderQueues, OrderDeadlinesQueue];
    private static readonly string[] StockQueues = [InventoryQueue, AnalyticsQueue];

    /// <summary>The bus's tags; an environment of its own overrides them when it is applied.</summary>
    public static IReadOnlyDictionary<string, string> Tags { get; } = new Dictionary<string, string>
    {
        ["Environment"] = "development",
        ["Project"] = "ecommerce",
        ["Owner"] = "workers",
    };

    /// <summary>The archive of every event.</summary>
    public static ArchiveDefinition Archive { get; } = new(ArchiveName, TimeSpan.FromDays(365));

    /// <summary>How EventBridge delivers to every target.</summary>
    public static DeliveryPolicy Delivery { get; } = new(TimeSpan.FromHours(24), 185, UndeliveredDlq);

    /// <summary>Every program of the fleet. What is the same for each of them is rendered from here by <c>Workers.Cli export</c>.</summary>
    public static IReadOnlyList<Deployable> Deployables { get; } =
    [
        new("inventory")
        {
            Consumes = new(WorkerQueue(InventoryQueue, InventoryDlq, visibilitySeconds: 60)),
            BusActions = ["PutEvents"],
            Emits =
            [
                EventNames.InventoryReserved,
                EventNames.ReservationFailed,
                EventNames.OrderRefused,
                EventNames.InventoryReleased,
                EventNames.LowStockAlert,
            ],
            Tables =
            [
                new(IdempotencyTable, "BatchGetItem", "PutItem"),
                new(InventoryTable, "BatchGetItem", "ConditionCheckItem", "PutItem", "UpdateItem"),
                new(ReservationsTable, "BatchGetItem", "PutItem", "UpdateItem"),
            ],
        },
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
        },
        new("payments")
        {
            // A charge takes most of its time at the provider, which has slots of its own.
            Consumes = new(WorkerQueue(PaymentsQueue, PaymentsDlq, visibilitySeconds: 60)) { MaxInFlight = 40, MessagesPerSecond = 20 },
            BusActions = ["PutEvents"],
            Emits = [EventNames.PaymentProcessed, EventNames.PaymentFailed, EventNames.PaymentRefunded],
            Tables = [new(IdempotencyTable, "UpdateItem"), new(PaymentsTable, "PutItem", "UpdateItem")],
        },
        new("shipping")
        {
            Consumes = new(WorkerQueue(ShippingQueue, ShippingDlq, visibilitySeconds: 60)) { MaxInFlight = 40, MessagesPerSecond = 20 },
            BusActions = ["PutEvents"],
            Emits = [EventNames.ShipmentCreated, EventNames.ShippingFailed],
            Tables = [new(IdempotencyTable, "UpdateItem"), new(ShipmentsTable, "PutItem", "UpdateItem")],
        },
        new("notification")
        {
            // Fewer in flight than elsewhere: most of a notification's time goes by in a channel, and channels have slots of their own.
            Consumes = new(WorkerQueue(NotificationQueue, NotificationDlq, visibilitySeconds: 30))
            {
                MaxInFlight = 40,
                MessagesPerSecond = 20,
                Cpu = "100m",
                HasComposeSettings = true,
            },
            BusActions = ["PutEvents"],
            Emits = [EventNames.NotificationSent],
            Tables = [new(IdempotencyTable, "UpdateItem"), new(NotificationsTable, "UpdateItem")],
        },
        new("analytics")
        {
            // A minute, for counts may lag.
            Consumes = new(WorkerQueue(AnalyticsQueue, AnalyticsDlq, visibilitySeconds: 120))
            {
                AcceptedWait = TimeSpan.FromMinutes(1),
                MinReplicas = 1,
                MaxReplicas = 6,
            },
            Tables = [new(IdempotencyTable, "BatchGetItem", "PutItem"), new(AnalyticsTable, "UpdateItem")],
        },
        new("producer")
        {
            BusActions = ["DescribeEventBus", "PutEvents"],
            Tables =
            [
                new(InventoryTable, "GetItem", "Scan"),
                new(AnalyticsTable, "Query"),
                new(HttpRequestsTable, "UpdateItem"),
                new(OrdersTable, "GetItem"),
                new(OrderEventsTable, "Query"),
                new(CustomerOrdersTable, "Query"),
                new(OrderBoardTable, "Query"),
                new(ViewsTable, "GetItem"),
                new(ShipmentsTable, "GetItem"),
            ],
        },
    ];

    /// <summary>The sections under <c>Workers:</c> that some host of the fleet reads; what all hosts read stands directly under it.</summary>
    public static IReadOnlyCollection<string> SettingsSections =>
        [.. Deployables.Select(deployable => deployable.CodeName), .. Consumptions.Select(consumption => consumption.Name), "Effects"];

    /// <summary>The deployables that consume a queue.</summary>
    public static IEnumerable<Deployable> Workers => Deployables.Where(deployable => deployable.Consumes is not null);

    /// <summary>Every queue that a worker empties, with what that takes.</summary>
    public static IEnumerable<Consumption> Consumptions => Deployables.SelectMany(deployable => deployable.Consumptions);

    /// <summary>
    /// What a deployable may put on the bus: what it emits, or, for one that puts what others say, all that a rule matches and no worker
    /// emits.
    /// </summary>
    public static IEnumerable<EventName> MayPut(Deployable deployable)
    {
        ArgumentNullException.ThrowIfNull(deployable);
        if (!deployable.BusActions.Contains("PutEvents"))
        {
            return [];
        }

        var emitted = Deployables.SelectMany(other => other.Emits);
        return deployable.Emits.Count > 0 ? deployable.Emits : Rules.SelectMany(rule => rule.Pattern.Events).Distinct().Except(emitted);
    }

    /// <summary>What empties a queue.</summary>
    /// <exception cref="InvalidOperationException">No worker does.</exception>
    public static Consumption ConsumptionOf(string queue) =>
        Consumptions.FirstOrDefault(consumes => consumes.Queue.Name == queue)
        ?? throw new InvalidOperationException($"No deployable of Topology.Deployables consumes {queue}.");

    /// <summary>Every queue, dead-letter queues first: the others point to them.</summary>
    public static IReadOnlyList<QueueDefinition> Queues { get; } =
    [
        .. WorkerQueues().Select(queue => DeadLetterQueue(queue.Redrive!.DeadLetterQueue)),
        DeadLetterQueue(UndeliveredDlq),
        .. WorkerQueues(),
    ];

    /// <summary>Every rule of the bus.</summary>
    public static IReadOnlyList<RuleDefinition> Rules { get; } =
    [
        new("order-processing", new(EventNames.OrderPlaced), OrderQueues),
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
        new("order-paid", new(EventNames.OrderPaid), [ShippingQueue, NotificationQueue, AnalyticsQueue]),
        new("order-completed", new(EventNames.OrderCompleted), [AnalyticsQueue]),
        new("order-cancellation-refused", new(EventNames.CancellationRefused), [NotificationQueue]),
        new("order-overdue", new(EventNames.ShipmentOverdue), [ShippingQueue]),
        new("inventory-processing", new(EventNames.InventoryUpdated, EventNames.StockUpdated), StockQueues),
        new("foreign-inventory", new(EventNames.ForeignInventoryUpdated), StockQueues),
        new(
            "inventory-updates",
            new(EventNames.InventoryReserved, EventNames.OrderRefused, EventNames.LowStockAlert),
            [NotificationQueue, AnalyticsQueue]),
        new("inventory-reserved", new(EventNames.InventoryReserved), [OrdersQueue, PaymentsQueue]),

        // Order Failed tells the customer, once.
        new("inventory-failed", new(EventNames.ReservationFailed), [AnalyticsQueue, OrdersQueue]),
        new("inventory-service-reserved", new(EventNames.InventoryServiceReserved), [AnalyticsQueue, OrdersQueue]),
        new("inventory-released", new(EventNames.InventoryReleased), [AnalyticsQueue]),
        new(
            "high-value-orders",
            new(EventNames.OrderPlaced) { Detail = """{"amount":[{"numeric":[">=",100]}]}""" },
            [NotificationQueue])
        {
            InputTemplate = """{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":<aws.events.event.json>}""",
        },
        new(
            "payment-events",
            new(EventNames.PaymentProcessed, EventNames.PaymentFailed, EventNames.PaymentRefunded),
            [OrdersQueue]),
        new("payment-refunded", new(EventNames.PaymentRefunded), [NotificationQueue, AnalyticsQueue]),
        new(
            "payment-service-events",
            new(EventNames.PaymentServiceCompleted, EventNames.PaymentServiceFailed),
            [OrdersQueue]),
        new(
            "shipping-events",
            new(EventNames.ShipmentCreated, EventNames.ShippingFailed, EventNames.ShipmentDelivered),
            [OrdersQueue]),
        new("shipment-created", new(EventNames.ShipmentCreated), [InventoryQueue, NotificationQueue]),
        new("shipping-service-failed", new(EventNames.ShippingServiceFailed), [OrdersQueue]),
        new("notifications-sent", new(EventNames.NotificationSent), [AnalyticsQueue]),
    ];

    /// <summary>Every table.</summary>
    public static IReadOnlyList<TableDefinition> Tables { get; } =
    [
        new(InventoryTable, InventoryColumns.ProductId),
        new(ReservationsTable, ReservationColumns.OrderId),
        new(IdempotencyTable, IdempotencyColumns.Marker) { TimeToLiveAttribute = IdempotencyColumns.ExpiresAt },
        new(NotificationsTable, NotificationColumns.NotificationId),
        new(AnalyticsTable, AnalyticsColumns.Bucket)
        {
            SortKey = AnalyticsColumns.Metric,
            TimeToLiveAttribute = AnalyticsColumns.ExpiresAt,
        },
        new(HttpRequestsTable, HttpRequestColumns.Request) { TimeToLiveAttribute = HttpRequestColumns.ExpiresAt },
        new(OrderEventsTable, OrderEventColumns.OrderId) { SortKey = OrderEventColumns.Version, SortIsNumber = true },
        new(OrdersTable, OrderColumns.OrderId),
        new(CustomerOrdersTable, CustomerOrderColumns.Customer) { SortKey = CustomerOrderColumns.Order },
        new(OrderBoardTable, OrderBoardColumns.Bucket) { SortKey = OrderBoardColumns.Metric },
        new(ViewsTable, ViewColumns.View),
        new(PaymentsTable, PaymentColumns.OrderId),
        new(ShipmentsTable, ShipmentColumns.ShipmentId),
    ];

    private static IEnumerable<QueueDefinition> WorkerQueues() => Consumptions.Select(consumption => consumption.Queue);

    private static QueueDefinition DeadLetterQueue(string name) => new(name, LongestRetention);

    private static QueueDefinition WorkerQueue(string name, string dlq, int visibilitySeconds) =>
        new(name, LongestRetention)
        {
            VisibilityTimeout = TimeSpan.FromSeconds(visibilitySeconds),
            ReceiveWait = TimeSpan.FromSeconds(20),
            Redrive = new(dlq, MaxReceiveCount: 100),
        };
}
