namespace Workers.Producer.Analytics;

/// <summary>The products that sold most units in a range.</summary>
/// <param name="From">The first instant in it.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Products">The most sold first; equals by id.</param>
internal sealed record ProductRanking(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ProductRanking.Sales> Products)
{
    public static ProductRanking Of(TimeRange range, int top, IReadOnlyDictionary<string, Total> totals) =>
        new(
            range.From,
            range.To,
            [
                .. totals
                    .OrderByDescending(product => product.Value.Count)
                    .ThenBy(product => product.Key, StringComparer.Ordinal)
                    .Take(top)
                    .Select(product => new Sales(product.Key, (long)product.Value.Count, product.Value.Sum)),
            ]);

    /// <summary>One product's sales.</summary>
    /// <param name="ProductId">The product.</param>
    /// <param name="Units">Units ordered, the later cancelled and rejected ones included.</param>
    /// <param name="Revenue">What they were worth, where they were priced.</param>
    internal sealed record Sales(string ProductId, long Units, decimal Revenue);
}
