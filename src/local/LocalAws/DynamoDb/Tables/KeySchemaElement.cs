namespace LocalAws.DynamoDb.Tables;

/// <summary>A key attribute and its part in the key: <c>HASH</c> or <c>RANGE</c>.</summary>
internal sealed record KeySchemaElement(string? AttributeName, string? KeyType);
