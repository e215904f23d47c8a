using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The LoyaltyPoints worker: it counts each customer's orders.
public static partial class Topology
{
    /// <summary>The LoyaltyPoints worker's queue.</summary>
    public const string LoyaltyPointsQueue = "loyalty-points-queue";

    /// <summary>What the LoyaltyPoints worker rejects.</summary>
    public const string LoyaltyPointsDlq = "loyalty-points-dlq";

    /// <summary>Orders by customer.</summary>
    public const string LoyaltyPointsTable = "loyalty-points";

    private static TopologyPart LoyaltyPoints() => new(
        new("loyalty-points")
        {
            Consumes = new(WorkerQueue(LoyaltyPointsQueue, LoyaltyPointsDlq, visibilitySeconds: 60)),
            Tables = [new(IdempotencyTable, "BatchGetItem", "PutItem"), new(LoyaltyPointsTable, "UpdateItem")],
        })
    {
        Rules = [new("loyalty-points", new(EventNames.OrderPlaced), [LoyaltyPointsQueue])],
        Tables = [new(LoyaltyPointsTable, LoyaltyPointsColumns.CustomerId)],
    };
}
