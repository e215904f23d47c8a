namespace LocalAws.DynamoDb.Batches;

internal sealed record BatchGetItemRequest(
    Dictionary<string, KeysAndAttributes?>? RequestItems,
    string? ReturnConsumedCapacity);
