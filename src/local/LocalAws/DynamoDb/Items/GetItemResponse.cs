using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

internal sealed class GetItemResponse
{
    public AttributeMap? Item { get; init; }

    public ConsumedCapacity? ConsumedCapacity { get; init; }
}
