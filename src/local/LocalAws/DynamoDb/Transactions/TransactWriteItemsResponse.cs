using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Indexes;

namespace LocalAws.DynamoDb.Transactions;

internal sealed class TransactWriteItemsResponse
{
    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }

    public Dictionary<string, List<ItemCollectionMetrics>>? ItemCollectionMetrics { get; init; }
}
