namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>order-board</c> table, a view that the orders worker keeps and the API reads.</summary>
public static class OrderBoardColumns
{
    /// <summary>The partition key, as text: <see cref="OrderBoardBucket"/> makes it.</summary>
    public const string Bucket = "bucket";

    /// <summary>The sort key, as text: an <see cref="OrderBoardMetric"/>, in an hour's bucket behind its minute.</summary>
    public const string Metric = "metric";

    /// <summary>The count or sum, as a number.</summary>
    public const string Value = "value";
}
