namespace LocalAws.DynamoDb.Tables;

internal sealed record BillingModeSummary(string BillingMode);
