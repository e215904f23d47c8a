using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>What identifies an item in its table.</summary>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Sort">The sort key's value; null in a table without one.</param>
internal readonly record struct ItemKey(AttributeValue Partition, AttributeValue? Sort)
{
    /// <summary>Where the partition lies among all: scans run in this order.</summary>
    public uint Hash { get; } = HashOf(Partition);

    public static uint HashOf(AttributeValue partition) => (uint)partition.GetHashCode();
}
