using LocalAws.DynamoDb.Capacity;

namespace LocalAws.DynamoDb.Batches;

internal sealed class BatchWriteItemResponse
{
    public required Dictionary<string, List<WriteRequest>> UnprocessedItems { get; init; }

    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
