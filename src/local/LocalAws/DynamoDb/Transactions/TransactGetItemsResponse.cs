using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Items;

namespace LocalAws.DynamoDb.Transactions;

internal sealed class TransactGetItemsResponse
{
    /// <summary>In the order of the request; without an item where there is none.</summary>
    public required List<GetItemResponse> Responses { get; init; }

    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
