namespace LocalAws.DynamoDb.Tables;

internal sealed record ListTablesResponse(IReadOnlyList<string> TableNames, string? LastEvaluatedTableName);
