namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>order-board</c> table, a view that the orders worker keeps and the API reads.</summary>
public static class OrderBoardColumns
{
    /// <summary>The partition key, as text: the generation, a slash, and a minute, a day or an order.</summary>
    public const string Bucket = "bucket";

    /// <summary>The sort key, as text: what is counted. Of an order it is <c>counted</c>.</summary>
    public const string Metric = "metric";

    /// <summary>The count or sum, as a number.</summary>
    public const string Value = "value";
}
