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

    /// <summary>What the inventory worker rejects.</summary>
    public const string InventoryDlq = "inventory-dlq";

    /// <summary>What the notification worker rejects.</summary>
    public const string NotificationDlq = "notification-dlq";

    /// <summary>What the analytics worker rejects.</summary>
    public const string AnalyticsDlq = "analytics-dlq";

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

    /// <summary>As long as SQS can: a worker that is broken over two weekends loses nothing. Markers live longer than both queues' together.</summary>
    private static readonly TimeSpan LongestRetention = TimeSpan.FromDays(14);

    private static readonly string[] EveryQueue = [InventoryQueue, NotificationQueue, AnalyticsQueue];
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
            Tables = [new(IdempotencyTable, "UpdateItem"), new(NotificationsTable, "PutItem")],
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
                new(ReservationsTable, "GetItem"),
                new(AnalyticsTable, "Query"),
                new(HttpRequestsTable, "UpdateItem"),
            ],
        },
    ];

    /// <summary>The sections under <c>Workers:</c> that some host of the fleet reads; what all hosts read stands directly under it.</summary>
    public static IReadOnlyCollection<string> SettingsSections => [.. Deployables.Select(deployable => deployable.CodeName), "Effects"];

    /// <summary>The deployables that consume a queue.</summary>
    public static IEnumerable<Deployable> Workers => Deployables.Where(deployable => deployable.Consumes is not null);

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
        Workers.Select(worker => worker.Consumes!).FirstOrDefault(consumes => consumes.Queue.Name == queue)
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
        new("order-processing", new(EventNames.OrderPlaced, EventNames.OrderCancelled), EveryQueue),
        new("orders-order-created", new(EventNames.ForeignOrderCreated), EveryQueue),
        new("order-service-order-created", new(EventNames.OrderServiceOrderCreated), EveryQueue),
        new("api-gateway-order-created", new(EventNames.ApiGatewayOrderCreated), EveryQueue),
        new("inventory-processing", new(EventNames.InventoryUpdated, EventNames.StockUpdated), StockQueues),
        new("foreign-inventory", new(EventNames.ForeignInventoryUpdated), StockQueues),
        new(
            "inventory-updates",
            new(EventNames.InventoryReserved, EventNames.ReservationFailed, EventNames.OrderRefused, EventNames.LowStockAlert),
            [NotificationQueue, AnalyticsQueue]),
        new("inventory-service-reserved", new(EventNames.InventoryServiceReserved), [AnalyticsQueue]),
        new("inventory-released", new(EventNames.InventoryReleased), [AnalyticsQueue]),
        new(
            "high-value-orders",
            new(EventNames.OrderPlaced) { Detail = """{"amount":[{"numeric":[">=",100]}]}""" },
            [NotificationQueue])
        {
            InputTemplate = """{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":<aws.events.event.json>}""",
        },
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
    ];

    private static IEnumerable<QueueDefinition> WorkerQueues() => Workers.Select(worker => worker.Consumes!.Queue);

    private static QueueDefinition DeadLetterQueue(string name) => new(name, LongestRetention);

    private static QueueDefinition WorkerQueue(string name, string dlq, int visibilitySeconds) =>
        new(name, LongestRetention)
        {
            VisibilityTimeout = TimeSpan.FromSeconds(visibilitySeconds),
            ReceiveWait = TimeSpan.FromSeconds(20),
            Redrive = new(dlq, MaxReceiveCount: 100),
        };
}
