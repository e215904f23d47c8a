namespace LocalAws.DynamoDb.Tables;

/// <summary>Provisioned capacity: kept and shown, never enforced.</summary>
internal sealed record ProvisionedThroughput(long? ReadCapacityUnits, long? WriteCapacityUnits, int? NumberOfDecreasesToday);
