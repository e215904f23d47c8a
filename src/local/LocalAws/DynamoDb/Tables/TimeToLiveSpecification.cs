namespace LocalAws.DynamoDb.Tables;

internal sealed record TimeToLiveSpecification(bool? Enabled, string? AttributeName);
