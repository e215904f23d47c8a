using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Indexes;

namespace LocalAws.DynamoDb.Batches;

internal sealed class BatchWriteItemResponse
{
    public required Dictionary<string, List<WriteRequest>> UnprocessedItems { get; init; }

    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }

    public Dictionary<string, List<ItemCollectionMetrics>>? ItemCollectionMetrics { get; init; }
}
