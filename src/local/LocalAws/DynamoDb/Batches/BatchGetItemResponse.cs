using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Batches;

internal sealed class BatchGetItemResponse
{
    public required Dictionary<string, List<AttributeMap>> Responses { get; init; }

    public required Dictionary<string, KeysAndAttributes> UnprocessedKeys { get; init; }

    public List<ConsumedCapacity>? ConsumedCapacity { get; init; }
}
