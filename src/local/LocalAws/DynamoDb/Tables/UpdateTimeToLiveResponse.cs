namespace LocalAws.DynamoDb.Tables;

internal sealed record UpdateTimeToLiveResponse(TimeToLiveSpecification TimeToLiveSpecification);
