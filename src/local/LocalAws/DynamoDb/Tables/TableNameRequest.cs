namespace LocalAws.DynamoDb.Tables;

/// <summary>A request that says no more than the table's name.</summary>
internal sealed record TableNameRequest(string? TableName);
