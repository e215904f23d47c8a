namespace LocalAws.DynamoDb.Tables;

internal sealed record TimeToLiveDescription(string TimeToLiveStatus, string? AttributeName);
