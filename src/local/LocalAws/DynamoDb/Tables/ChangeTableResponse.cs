namespace LocalAws.DynamoDb.Tables;

/// <summary>The answer to CreateTable, UpdateTable and DeleteTable.</summary>
internal sealed record ChangeTableResponse(TableDescription TableDescription);
