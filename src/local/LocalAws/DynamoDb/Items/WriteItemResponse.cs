using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>The answer to PutItem, UpdateItem and DeleteItem.</summary>
internal sealed class WriteItemResponse
{
    public AttributeMap? Attributes { get; init; }

    public ConsumedCapacity? ConsumedCapacity { get; init; }

    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }
}
