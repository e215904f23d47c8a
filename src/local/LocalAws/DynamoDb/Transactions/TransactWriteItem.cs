using LocalAws.DynamoDb.Items;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>One action of a transaction: exactly one of these.</summary>
internal sealed record TransactWriteItem(
    PutItemRequest? Put,
    UpdateItemRequest? Update,
    DeleteItemRequest? Delete,
    DeleteItemRequest? ConditionCheck);
