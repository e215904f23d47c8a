namespace LocalAws.DynamoDb.Tables;

internal sealed record ListTablesRequest(string? ExclusiveStartTableName, int? Limit);
