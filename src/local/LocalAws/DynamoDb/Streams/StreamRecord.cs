using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Streams;

/// <summary>One change of an item.</summary>
/// <param name="Number">Its number in the shard.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Keys">The item's key.</param>
/// <param name="Before">The item before; null when there was none.</param>
/// <param name="After">The item afterwards; null when there is none.</param>
/// <param name="IsExpiry">Whether it was time to live that deleted the item, and no request.</param>
internal sealed record StreamRecord(
    long Number, DateTimeOffset Time, AttributeMap Keys, AttributeMap? Before, AttributeMap? After, bool IsExpiry)
{
    public string EventName => (Before, After) switch
    {
        (null, _) => "INSERT",
        (_, null) => "REMOVE",
        _ => "MODIFY",
    };
}
