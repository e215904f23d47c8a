using LocalAws.DynamoDb.Capacity;

namespace LocalAws.DynamoDb.Transactions;

internal sealed class TransactWriteItemsResponse
{
    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
