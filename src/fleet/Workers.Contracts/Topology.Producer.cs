using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The API, which puts on the bus what callers say, and reads what the workers wrote.
public static partial class Topology
{
    /// <summary>What came in under an idempotency key, and what became of it.</summary>
    public const string HttpRequestsTable = "http-requests";

    private static TopologyPart Producer() => new(
        new("producer")
        {
            BusActions = ["DescribeEventBus", "PutEvents"],
            Tables =
            [
                new(InventoryTable, "GetItem", "Scan"),
                new(PurchaseOrdersTable, "GetItem"),
                new(AnalyticsTable, "Query"),
                new(HttpRequestsTable, "UpdateItem"),
                new(OrdersTable, "GetItem"),
                new(OrderEventsTable, "Query"),
                new(CustomerOrdersTable, "Query"),
                new(OrderBoardTable, "Query"),
                new(ViewsTable, "GetItem"),
                new(ShipmentsTable, "GetItem"),
                new(AuditTable, "BatchGetItem", "Query"),
                new(CustomersTable, "GetItem"),
                new(TicketsTable, "GetItem"),
                new(TeamTicketsTable, "Query"),
            ],
        })
    {
        Tables =
        [
            new(HttpRequestsTable, HttpRequestColumns.Request) { TimeToLiveAttribute = HttpRequestColumns.ExpiresAt },
        ],
    };
}
