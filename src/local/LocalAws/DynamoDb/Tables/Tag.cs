namespace LocalAws.DynamoDb.Tables;

internal sealed record Tag(string? Key, string? Value);
