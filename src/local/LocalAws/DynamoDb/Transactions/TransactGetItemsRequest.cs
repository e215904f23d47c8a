namespace LocalAws.DynamoDb.Transactions;

internal sealed record TransactGetItemsRequest(List<TransactGetItem>? TransactItems, string? ReturnConsumedCapacity);
