using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The analytics worker: it counts what happens.
public static partial class Topology
{
    /// <summary>The analytics worker's queue.</summary>
    public const string AnalyticsQueue = "analytics-queue";

    /// <summary>What the analytics worker rejects.</summary>
    public const string AnalyticsDlq = "analytics-dlq";

    /// <summary>Counters by time bucket.</summary>
    public const string AnalyticsTable = "analytics";

    private static TopologyPart Analytics() => new(
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
        })
    {
        Tables =
        [
            new(AnalyticsTable, AnalyticsColumns.Bucket)
            {
                SortKey = AnalyticsColumns.Metric,
                TimeToLiveAttribute = AnalyticsColumns.ExpiresAt,
            },
        ],
    };
}
