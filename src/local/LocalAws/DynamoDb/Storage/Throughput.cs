namespace LocalAws.DynamoDb.Storage;

/// <summary>Provisioned capacity: kept and shown, never enforced.</summary>
internal sealed record Throughput(long ReadCapacityUnits, long WriteCapacityUnits)
{
    public static readonly Throughput None = new(0, 0);
}
