using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>Reads how a table is to be paid for.</summary>
internal static class Billing
{
    private static readonly string[] Modes = [TableSettings.Provisioned, TableSettings.OnDemand];

    /// <summary>The settings with what the request says about billing.</summary>
    public static TableSettings Apply(TableSettings settings, string? mode, ProvisionedThroughput? throughput)
    {
        new Constraints()
            .OneOf("billingMode", mode, Modes)
            .AtLeast("provisionedThroughput.readCapacityUnits", throughput?.ReadCapacityUnits, 1)
            .AtLeast("provisionedThroughput.writeCapacityUnits", throughput?.WriteCapacityUnits, 1)
            .ThrowIfViolated();
        if ((mode ?? settings.BillingMode) == TableSettings.OnDemand)
        {
            return throughput is null
                ? settings with { BillingMode = TableSettings.OnDemand, ReadCapacityUnits = 0, WriteCapacityUnits = 0 }
                : throw DynamoDbErrors.InvalidValue("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified "
                    + "when BillingMode is PAY_PER_REQUEST");
        }

        return throughput is { ReadCapacityUnits: { } read, WriteCapacityUnits: { } write }
            ? settings with { BillingMode = TableSettings.Provisioned, ReadCapacityUnits = read, WriteCapacityUnits = write }
            : throw DynamoDbErrors.InvalidValue("ReadCapacityUnits and WriteCapacityUnits must both be specified "
                + "when BillingMode is PROVISIONED");
    }
}
