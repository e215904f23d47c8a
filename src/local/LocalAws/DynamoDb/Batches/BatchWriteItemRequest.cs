namespace LocalAws.DynamoDb.Batches;

internal sealed record BatchWriteItemRequest(
    Dictionary<string, List<WriteRequest>?>? RequestItems,
    string? ReturnConsumedCapacity,
    string? ReturnItemCollectionMetrics);
