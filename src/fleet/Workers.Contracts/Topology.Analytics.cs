using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The analytics worker: it counts what happens, and follows what visitors do.
public static partial class Topology
{
    /// <summary>The analytics worker's queue.</summary>
    public const string AnalyticsQueue = "analytics-queue";

    /// <summary>What the analytics worker rejects.</summary>
    public const string AnalyticsDlq = "analytics-dlq";

    /// <summary>Counters by time bucket.</summary>
    public const string AnalyticsTable = "analytics";

    /// <summary>Sessions and visitors.</summary>
    public const string SessionsTable = "sessions";

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
            BusActions = ["PutEvents"],
            Emits = [EventNames.BehaviourEnriched, EventNames.ConversionRecorded],
            Tables =
            [
                new(IdempotencyTable, "BatchGetItem", "PutItem"),
                new(AnalyticsTable, "UpdateItem"),
                new(SessionsTable, "BatchGetItem", "PutItem", "UpdateItem"),
            ],
        })
    {
        Rules =
        [
            new("behaviour", new(EventNames.BehaviourRecorded), [AnalyticsQueue]),
            new("analytics-events", new(EventNames.AnalyticsEvent), [AnalyticsQueue]),
            new("foreign-notifications", new(EventNames.ForeignNotificationSent), [AnalyticsQueue]),
            new("any-notifications", new(EventNames.AnyNotificationSent), [AnalyticsQueue]),
        ],
        Tables =
        [
            new(AnalyticsTable, AnalyticsColumns.Bucket)
            {
                SortKey = AnalyticsColumns.Metric,
                TimeToLiveAttribute = AnalyticsColumns.ExpiresAt,
            },
            new(SessionsTable, SessionColumns.Visitor)
            {
                SortKey = SessionColumns.Session,
                TimeToLiveAttribute = SessionColumns.ExpiresAt,
            },
        ],
    };
}
