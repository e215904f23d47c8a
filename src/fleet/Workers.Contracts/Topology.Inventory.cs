using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The inventory worker: it reserves what is ordered, and orders what runs low.
public static partial class Topology
{
    /// <summary>The inventory worker's queue.</summary>
    public const string InventoryQueue = "inventory-queue";

    /// <summary>What the inventory worker rejects.</summary>
    public const string InventoryDlq = "inventory-dlq";

    /// <summary>Stock by product.</summary>
    public const string InventoryTable = "inventory";

    /// <summary>What became of each order's reservation.</summary>
    public const string ReservationsTable = "reservations";

    /// <summary>Each product's latest purchase order.</summary>
    public const string PurchaseOrdersTable = "purchase-orders";

    private static TopologyPart Inventory() => new(
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
                EventNames.NothingReleased,
                EventNames.LowStockAlert,
                EventNames.PurchaseOrderRaised,
                EventNames.PurchaseOrderClosed,
            ],
            Tables =
            [
                new(IdempotencyTable, "BatchGetItem", "PutItem"),
                new(InventoryTable, "BatchGetItem", "ConditionCheckItem", "PutItem", "UpdateItem"),
                new(ReservationsTable, "BatchGetItem", "PutItem", "UpdateItem"),
                new(PurchaseOrdersTable, "BatchGetItem", "ConditionCheckItem", "PutItem", "UpdateItem"),
            ],
        })
    {
        Rules =
        [
            new("inventory-processing", new(EventNames.InventoryUpdated, EventNames.StockUpdated), [InventoryQueue, AnalyticsQueue]),
            new("foreign-inventory", new(EventNames.ForeignInventoryUpdated), [InventoryQueue, AnalyticsQueue]),
            new(
                "inventory-updates",
                new(EventNames.InventoryReserved, EventNames.OrderRefused, EventNames.LowStockAlert),
                [NotificationQueue, AnalyticsQueue]),
            new("inventory-reserved", new(EventNames.InventoryReserved), [OrdersQueue]),
            new("inventory-reserved-payments", new(EventNames.InventoryReserved) { Detail = NotOrchestrated }, [PaymentsQueue]),

            // Order Failed tells the customer, once.
            new("inventory-failed", new(EventNames.ReservationFailed), [AnalyticsQueue, OrdersQueue]),
            new("inventory-service-reserved", new(EventNames.InventoryServiceReserved), [AnalyticsQueue, OrdersQueue]),
            new("inventory-service-failed", new(EventNames.InventoryServiceFailed), [AnalyticsQueue, OrdersQueue]),
            new("inventory-low-stock", new(EventNames.LowStockAlert), [InventoryQueue]),
            new("purchase-orders", new(EventNames.PurchaseOrderRaised), [NotificationQueue]),
            new("inventory-released", new(EventNames.InventoryReleased), [AnalyticsQueue]),
        ],
        Tables =
        [
            new(InventoryTable, InventoryColumns.ProductId),
            new(ReservationsTable, ReservationColumns.OrderId),
            new(PurchaseOrdersTable, PurchaseOrderColumns.ProductId),
        ],
    };
}
