using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>What a table or a global index serves at once, in units a second; only a description shows it.</summary>
internal sealed record WarmThroughput(long ReadUnitsPerSecond, long WriteUnitsPerSecond, string Status)
{
    // What AWS says of every table that is new and paid for per request.
    private static readonly WarmThroughput OnDemand = new(12_000, 4_000, TableDescription.Active);

    public static WarmThroughput Of(string billingMode, Throughput provisioned) => billingMode == TableSettings.OnDemand
        ? OnDemand
        : new WarmThroughput(provisioned.ReadCapacityUnits, provisioned.WriteCapacityUnits, TableDescription.Active);
}
