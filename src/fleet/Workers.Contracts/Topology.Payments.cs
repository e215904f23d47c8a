using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The payments worker: it charges orders and refunds them.
public static partial class Topology
{
    /// <summary>The payments worker's queue.</summary>
    public const string PaymentsQueue = "payments-queue";

    /// <summary>What the payments worker rejects.</summary>
    public const string PaymentsDlq = "payments-dlq";

    /// <summary>What each order was charged.</summary>
    public const string PaymentsTable = "payments";

    private static TopologyPart Payments() => new(
        new("payments")
        {
            // A charge takes most of its time at the provider, which has slots of its own.
            Consumes = new(WorkerQueue(PaymentsQueue, PaymentsDlq, visibilitySeconds: 60)) { MaxInFlight = 40, MessagesPerSecond = 20 },
            BusActions = ["PutEvents"],
            Emits = [EventNames.PaymentProcessed, EventNames.PaymentFailed, EventNames.PaymentRefunded, EventNames.NothingRefunded],
            Tables = [new(IdempotencyTable, "UpdateItem"), new(PaymentsTable, "PutItem", "UpdateItem")],
        })
    {
        Rules =
        [
            new(
                "payment-events",
                new(EventNames.PaymentProcessed, EventNames.PaymentFailed, EventNames.PaymentRefunded),
                [OrdersQueue]),
            new("payment-refunded", new(EventNames.PaymentRefunded), [NotificationQueue, AnalyticsQueue]),
            new(
                "payment-service-events",
                new(EventNames.PaymentServiceCompleted, EventNames.PaymentServiceFailed),
                [OrdersQueue]),
        ],
        Tables =
        [
            new(PaymentsTable, PaymentColumns.OrderId),
        ],
    };
}
