using LocalAws.DynamoDb.Items;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>One read of a transaction.</summary>
internal sealed record TransactGetItem(GetItemRequest? Get);
