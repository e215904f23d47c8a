namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>analytics</c> table, which the analytics worker writes and the API reads.</summary>
public static class AnalyticsColumns
{
    /// <summary>The partition key, as text; <see cref="AnalyticsBucket"/> makes it.</summary>
    public const string Bucket = "bucket";

    /// <summary>The sort key, as text: one shard of a counter.</summary>
    public const string Metric = "metric";

    /// <summary>How many were counted; a number.</summary>
    public const string Count = "count";

    /// <summary>What they add up to, as a number; absent for counters that add nothing up.</summary>
    public const string Sum = "sum";

    /// <summary>When a minute's row expires, in epoch seconds; absent on rows that are kept.</summary>
    public const string ExpiresAt = "expiresAt";
}
