namespace Workers.Contracts.Tables;

/// <summary>
/// How the <c>order-board</c> table is keyed, for the worker that writes it and the API that reads it. A bucket is a day, an hour, whose
/// rows are minutes, or an order, whose row says what of it was counted. Every key begins with the view's generation.
/// </summary>
public static class OrderBoardBucket
{
    /// <summary>The bucket of a day's totals, for example <c>a/2026-01-15</c>; its sort keys are metrics.</summary>
    public static string OfDay(string generation, DateTimeOffset time) => $"{generation}/{AnalyticsBucket.OfDay(time)}";

    /// <summary>The bucket of an hour's minutes, for example <c>a/2026-01-15T10</c>; its sort keys are <see cref="OfMinute"/>.</summary>
    public static string OfHour(string generation, DateTimeOffset time) => $"{generation}/{AnalyticsBucket.OfHour(time)}";

    /// <summary>The bucket of what was counted of an order, for example <c>a/order#ORD-1</c>; its one sort key is <c>counted</c>.</summary>
    public static string OfOrder(string generation, string orderId) => $"{generation}/order#{orderId}";

    /// <summary>The sort key of a metric of a minute in its hour's bucket, for example <c>05/placed</c>.</summary>
    public static string OfMinute(DateTimeOffset time, string metric) => AnalyticsBucket.MinutePrefix(time) + metric;
}
