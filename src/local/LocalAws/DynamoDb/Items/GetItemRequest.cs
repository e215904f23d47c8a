using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>GetItem, or a Get in a transaction.</summary>
internal sealed class GetItemRequest
{
    public string? TableName { get; set; }

    public AttributeMap? Key { get; set; }

    public string? ProjectionExpression { get; set; }

    public Dictionary<string, string>? ExpressionAttributeNames { get; set; }

    public bool ConsistentRead { get; set; }

    public string? ReturnConsumedCapacity { get; set; }
}
