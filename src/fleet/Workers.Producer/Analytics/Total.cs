namespace Workers.Producer.Analytics;

/// <summary>A counter's shards and buckets, added up.</summary>
/// <param name="Count">How many.</param>
/// <param name="Sum">How much; 0 for counters without a sum.</param>
internal readonly record struct Total(decimal Count, decimal Sum)
{
    public static Total operator +(Total left, Total right) => new(left.Count + right.Count, left.Sum + right.Sum);
}
