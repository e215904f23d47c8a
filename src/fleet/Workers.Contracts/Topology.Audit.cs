using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The audit worker: it keeps every event.
public static partial class Topology
{
    /// <summary>The audit worker's queue: every event on the bus.</summary>
    public const string AuditQueue = "audit-queue";

    /// <summary>What the audit worker rejects.</summary>
    public const string AuditDlq = "audit-dlq";

    /// <summary>Every event, by what it is about: only ever added to.</summary>
    public const string AuditTable = "audit";

    /// <summary>The chains that show whether a row of <see cref="AuditTable"/> was altered or removed.</summary>
    public const string AuditChainTable = "audit-chain";

    private static TopologyPart Audit() => new(
        new("audit")
        {
            // A minute, for records may lag. Fewer pods than shards: those that share one get in each other's way.
            Consumes = new(WorkerQueue(AuditQueue, AuditDlq, visibilitySeconds: 60))
            {
                AcceptedWait = TimeSpan.FromMinutes(1),
                MinReplicas = 1,
                MaxReplicas = 8,
            },
            Tables =
            [
                new(IdempotencyTable, "BatchGetItem", "PutItem"),
                new(AuditTable, "BatchGetItem", "PutItem"),
                new(AuditChainTable, "BatchGetItem", "PutItem", "UpdateItem"),
            ],
        })
    {
        Rules = [new("audit", EventPattern.Everything, [AuditQueue])],
        Tables =
        [
            new(AuditTable, AuditColumns.Entity) { SortKey = AuditColumns.At, TimeToLiveAttribute = AuditColumns.ExpiresAt },
            new(AuditChainTable, AuditChainColumns.Chain)
            {
                SortKey = AuditChainColumns.Number,
                SortIsNumber = true,
                TimeToLiveAttribute = AuditChainColumns.ExpiresAt,
            },
        ],
    };
}
