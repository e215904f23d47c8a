namespace Workers.OrderHistory.Views;

/// <summary>The key of a view's row.</summary>
/// <param name="Partition">The partition key, which begins with the generation.</param>
/// <param name="Sort">The sort key.</param>
public sealed record ViewKey(string Partition, string Sort);
