using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events.Reading;
using Workers.OrderHistory;
using Workers.Torture.Aws;
using Workers.Torture.Providers;

namespace Workers.Torture.Checks;

/// <summary>What the fleets made of it all.</summary>
internal sealed record Findings
{
    private const int LengthOfDay = 10;

    private static readonly EventRegistry Registry = EventCatalog.Build();

    /// <summary>Units by product.</summary>
    public required IReadOnlyDictionary<string, Units> Stock { get; init; }

    /// <summary>State and lines by order.</summary>
    public required IReadOnlyDictionary<string, (string State, Dictionary<string, int> Lines)> Reservations { get; init; }

    /// <summary>The orders' rows.</summary>
    public required IReadOnlyDictionary<string, Order> Orders { get; init; }

    /// <summary>The orders' rows as they are stored.</summary>
    public required IReadOnlyDictionary<string, string> Snapshots { get; init; }

    /// <summary>The orders' histories, by version.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<RecordedEntry>> Histories { get; init; }

    /// <summary>State by order.</summary>
    public required IReadOnlyDictionary<string, string> Payments { get; init; }

    /// <summary>State by order.</summary>
    public required IReadOnlyDictionary<string, string> Shipments { get; init; }

    /// <summary>What the payment provider and the carrier have done.</summary>
    public required IReadOnlyList<ProviderEntry> Provided { get; init; }

    /// <summary>Count and sum by metric, over all days and shards.</summary>
    public required IReadOnlyDictionary<string, (decimal Count, decimal Sum)> Counters { get; init; }

    /// <summary>Count by metric, over all minutes and shards.</summary>
    public required IReadOnlyDictionary<string, decimal> MinuteCounts { get; init; }

    /// <summary>Units and revenue by product, over all days and shards.</summary>
    public required IReadOnlyDictionary<string, (decimal Count, decimal Sum)> Products { get; init; }

    /// <summary>Count and sum of what visitors did, by metric, over all days and shards.</summary>
    public required IReadOnlyDictionary<string, (decimal Count, decimal Sum)> Behaviour { get; init; }

    /// <summary>The rows of sessions, and of visitors.</summary>
    public required IReadOnlyList<Dictionary<string, AttributeValue>> Sessions { get; init; }

    /// <summary>Number and state of the latest purchase order, by product.</summary>
    public required IReadOnlyDictionary<string, (int Number, string State)> PurchaseOrders { get; init; }

    /// <summary>What was recorded as sent.</summary>
    public required IReadOnlyList<Notification> Notifications { get; init; }

    /// <summary>The rows of the list of orders.</summary>
    public required IReadOnlyList<Dictionary<string, AttributeValue>> CustomerOrders { get; init; }

    /// <summary>The rows of the board.</summary>
    public required IReadOnlyList<Dictionary<string, AttributeValue>> Board { get; init; }

    /// <summary>The customers' profiles.</summary>
    public required IReadOnlyList<Dictionary<string, AttributeValue>> Customers { get; init; }

    /// <summary>The tickets.</summary>
    public required IReadOnlyList<Dictionary<string, AttributeValue>> Tickets { get; init; }

    /// <summary>The lists of tickets.</summary>
    public required IReadOnlyList<Dictionary<string, AttributeValue>> TeamTickets { get; init; }

    /// <summary>The rows of the audit trail.</summary>
    public required IReadOnlyList<Dictionary<string, AttributeValue>> Audit { get; init; }

    /// <summary>The rows of its chains, by chain and number.</summary>
    public required IReadOnlyList<Dictionary<string, AttributeValue>> AuditChains { get; init; }

    /// <summary>The status of every execution of the state machine, by its ARN.</summary>
    public required IReadOnlyDictionary<string, ExecutionStatus> Executions { get; init; }

    /// <summary>The ARN of the execution that leads an order, by the order.</summary>
    public required IReadOnlyDictionary<string, string> Leaders { get; init; }

    /// <summary>What was on the bus.</summary>
    public required Archive Archive { get; init; }

    /// <summary>Bodies by dead-letter queue.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> DeadLetters { get; init; }

    /// <summary>What the queues still hold.</summary>
    public required IReadOnlyDictionary<string, (int All, int Invisible)> Depths { get; init; }

    public static async Task<Findings> CollectAsync(TortureAws aws, IReadOnlyList<ProviderEntry> provided, CancellationToken cancellationToken)
    {
        var depths = new Dictionary<string, (int, int)>();
        var deadLetters = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var queue in TortureAws.DeadLetterQueues.Keys)
        {
            depths[queue] = await aws.DepthAsync(queue, cancellationToken);
        }

        foreach (var queue in TortureAws.DeadLetterQueues.Values.Append(Topology.UndeliveredDlq))
        {
            deadLetters[queue] = await aws.DrainAsync(queue, cancellationToken);
        }

        Task<IReadOnlyList<Dictionary<string, AttributeValue>>> RowsAsync(string table) => aws.ScanAsync(table, cancellationToken);
        var counters = await RowsAsync(Topology.AnalyticsTable);
        var snapshots = (await RowsAsync(Topology.OrdersTable)).ToDictionary(row => row[OrderColumns.OrderId].S, row => row[OrderColumns.Snapshot].S);
        var json = new OrderJson(Registry);
        return new Findings
        {
            Stock = (await RowsAsync(Topology.InventoryTable)).ToDictionary(row => row[InventoryColumns.ProductId].S, UnitsOf),
            Reservations = (await RowsAsync(Topology.ReservationsTable)).ToDictionary(
                row => row[ReservationColumns.OrderId].S, row => (row[ReservationColumns.State].S, LinesOf(row))),
            Orders = snapshots.ToDictionary(snapshot => snapshot.Key, snapshot => json.Read(snapshot.Value)),
            Snapshots = snapshots,
            Histories = (await RowsAsync(Topology.OrderEventsTable))
                .GroupBy(row => row[OrderEventColumns.OrderId].S, row => RecordedEntry.Read(row, Registry))
                .ToDictionary(history => history.Key, IReadOnlyList<RecordedEntry> (history) => [.. history.OrderBy(entry => entry.Entry.Version)]),
            Payments = (await RowsAsync(Topology.PaymentsTable)).ToDictionary(row => row[PaymentColumns.OrderId].S, row => row[PaymentColumns.State].S),
            Shipments = (await RowsAsync(Topology.ShipmentsTable)).ToDictionary(row => row[ShipmentColumns.OrderId].S, row => row[ShipmentColumns.State].S),
            Provided = provided,
            Counters = Sum(counters.Where(row => row["bucket"].S.Length == LengthOfDay), metric => metric),
            MinuteCounts = Sum(counters.Where(row => row["bucket"].S.Contains('T', StringComparison.Ordinal)), AnalyticsBucket.WithoutMinute)
                .ToDictionary(counter => counter.Key, counter => counter.Value.Count),
            Products = Sum(counters.Where(row => row["bucket"].S.EndsWith("/products", StringComparison.Ordinal)), metric => metric),
            Behaviour = Sum(counters.Where(row => row["bucket"].S.EndsWith("/behaviour", StringComparison.Ordinal)), metric => metric),
            Sessions = await RowsAsync(Topology.SessionsTable),
            PurchaseOrders = (await RowsAsync(Topology.PurchaseOrdersTable)).ToDictionary(
                row => row[PurchaseOrderColumns.ProductId].S,
                row => ((int)Number(row, PurchaseOrderColumns.Number), row[PurchaseOrderColumns.State].S)),
            Notifications = [.. (await RowsAsync(Topology.NotificationsTable)).Select(Notification.Of)],
            CustomerOrders = await RowsAsync(Topology.CustomerOrdersTable),
            Board = await RowsAsync(Topology.OrderBoardTable),
            Customers = await RowsAsync(Topology.CustomersTable),
            Tickets = await RowsAsync(Topology.TicketsTable),
            TeamTickets = await RowsAsync(Topology.TeamTicketsTable),
            Audit = await RowsAsync(Topology.AuditTable),
            AuditChains = await RowsAsync(Topology.AuditChainTable),
            Executions = await aws.ExecutionsAsync(cancellationToken),
            Leaders = (await RowsAsync(Topology.OrderWorkflowsTable)).ToDictionary(
                row => row[OrderWorkflowColumns.OrderId].S, row => row[OrderWorkflowColumns.ExecutionArn].S),
            Archive = await Archive.ReadAsync(aws.Server.Endpoint, cancellationToken),
            DeadLetters = deadLetters,
            Depths = depths,
        };
    }

    /// <summary>A number of a row; 0 where it is absent.</summary>
    public static decimal Number(Dictionary<string, AttributeValue> row, string name) =>
        row.TryGetValue(name, out var value) ? decimal.Parse(value.N, CultureInfo.InvariantCulture) : 0;

    private static Units UnitsOf(Dictionary<string, AttributeValue> row) => new(
        (long)Number(row, InventoryColumns.Available), (long)Number(row, InventoryColumns.Reserved), (long)Number(row, InventoryColumns.Shipped));

    private static Dictionary<string, (decimal Count, decimal Sum)> Sum(
        IEnumerable<Dictionary<string, AttributeValue>> rows, Func<string, string> nameOf) => rows
        .GroupBy(row => nameOf(AnalyticsBucket.MetricOf(row["metric"].S)))
        .ToDictionary(shards => shards.Key, shards => (shards.Sum(row => Number(row, "count")), shards.Sum(row => Number(row, "sum"))));

    private static Dictionary<string, int> LinesOf(Dictionary<string, AttributeValue> row) =>
        (row.GetValueOrDefault("items")?.L ?? []).ToDictionary(item => item.M["productId"].S, item => (int)Number(item.M, "quantity"));
}

/// <summary>Units of one product.</summary>
internal readonly record struct Units(long Available, long Reserved, long Shipped)
{
    public long All => Available + Reserved + Shipped;
}

/// <summary>What was sent, by its record.</summary>
/// <param name="Id">Template, channel and event.</param>
/// <param name="Template">What it says.</param>
/// <param name="OrderId">The order that it is about; null for a product's.</param>
internal sealed record Notification(string Id, string Template, string? OrderId)
{
    public static Notification Of(Dictionary<string, AttributeValue> row) => new(
        row[NotificationColumns.NotificationId].S,
        row[NotificationColumns.Template].S,
        row.GetValueOrDefault(NotificationColumns.OrderId)?.S);
}
