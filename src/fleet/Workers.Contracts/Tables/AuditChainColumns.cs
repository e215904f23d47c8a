namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>audit-chain</c> table: number 0 is a chain's head, each number from 1 is a link.</summary>
public static class AuditChainColumns
{
    /// <summary>The partition key, as text: the UTC day of recording and the shard, for example <c>2026-11-30#07</c>.</summary>
    public const string Chain = "chain";

    /// <summary>The sort key, a number: the link's, or 0 for the head.</summary>
    public const string Number = "number";

    /// <summary>On the head, how many links the chain has.</summary>
    public const string Count = "count";

    /// <summary>The link's hash, as text; on the head, that of the last link.</summary>
    public const string Hash = "hash";

    /// <summary>On a link, the partition key of its row in <c>audit</c>.</summary>
    public const string Entity = "entity";

    /// <summary>On a link, the sort key of its row.</summary>
    public const string At = "at";

    /// <summary>On a link, the hash of its row, as text.</summary>
    public const string RowHash = "rowHash";

    /// <summary>When the chain expires, in epoch seconds, the same for all of it and its rows; absent on chains that are kept.</summary>
    public const string ExpiresAt = "expiresAt";
}
