using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The shipping worker: it has orders shipped.
public static partial class Topology
{
    /// <summary>The shipping worker's queue.</summary>
    public const string ShippingQueue = "shipping-queue";

    /// <summary>What the shipping worker rejects.</summary>
    public const string ShippingDlq = "shipping-dlq";

    /// <summary>What a carrier has taken for which order.</summary>
    public const string ShipmentsTable = "shipments";

    private static TopologyPart Shipping() => new(
        new("shipping")
        {
            Consumes = new(WorkerQueue(ShippingQueue, ShippingDlq, visibilitySeconds: 60)) { MaxInFlight = 40, MessagesPerSecond = 20 },
            BusActions = ["PutEvents"],
            Emits = [EventNames.ShipmentCreated, EventNames.ShippingFailed],
            Tables = [new(IdempotencyTable, "UpdateItem"), new(ShipmentsTable, "PutItem", "UpdateItem")],
        })
    {
        Rules =
        [
            new(
                "shipping-events",
                new(EventNames.ShipmentCreated, EventNames.ShippingFailed, EventNames.ShipmentDelivered),
                [OrdersQueue]),
            new("shipment-created", new(EventNames.ShipmentCreated), [InventoryQueue, NotificationQueue]),
            new("shipping-service-failed", new(EventNames.ShippingServiceFailed), [OrdersQueue]),
        ],
        Tables =
        [
            new(ShipmentsTable, ShipmentColumns.ShipmentId),
        ],
    };
}
