using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>Provisioned capacity on the wire.</summary>
internal sealed record ProvisionedThroughput(long? ReadCapacityUnits, long? WriteCapacityUnits, int? NumberOfDecreasesToday)
{
    public static ProvisionedThroughput Of(Throughput throughput) =>
        new(throughput.ReadCapacityUnits, throughput.WriteCapacityUnits, NumberOfDecreasesToday: 0);
}
