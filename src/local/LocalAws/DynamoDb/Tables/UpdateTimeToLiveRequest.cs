namespace LocalAws.DynamoDb.Tables;

internal sealed record UpdateTimeToLiveRequest(string? TableName, TimeToLiveSpecification? TimeToLiveSpecification);
