using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Batches;

/// <summary>What a batch reads from one table.</summary>
internal sealed class KeysAndAttributes
{
    public List<AttributeMap>? Keys { get; set; }

    public string? ProjectionExpression { get; set; }

    public Dictionary<string, string>? ExpressionAttributeNames { get; set; }

    public bool? ConsistentRead { get; set; }

    /// <summary>The same for other keys: what a client sends to read the rest.</summary>
    public KeysAndAttributes For(List<AttributeMap> keys) => new()
    {
        Keys = keys,
        ProjectionExpression = ProjectionExpression,
        ExpressionAttributeNames = ExpressionAttributeNames,
        ConsistentRead = ConsistentRead,
    };
}
