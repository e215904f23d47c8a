namespace LocalAws.DynamoDb.Tables;

internal sealed record TableClassSummary(string TableClass);
