namespace LocalAws.DynamoDb.Transactions;

internal sealed record TransactWriteItemsRequest(
    List<TransactWriteItem>? TransactItems,
    string? ClientRequestToken,
    string? ReturnConsumedCapacity,
    string? ReturnItemCollectionMetrics);
