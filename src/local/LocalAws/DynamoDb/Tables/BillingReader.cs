using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>Reads how a table is to be paid for.</summary>
internal static class BillingReader
{
    private static readonly string[] Modes = [TableSettings.Provisioned, TableSettings.OnDemand];

    private const long MostUnits = 1_000_000_000_000;

    /// <summary>Adds what is wrong with the members themselves.</summary>
    public static Constraints Billing(this Constraints constraints, string? mode, ProvisionedThroughput? throughput)
    {
        constraints.OneOf("billingMode", mode, Modes);
        return throughput is null
            ? constraints
            : constraints
                .Required("provisionedThroughput.writeCapacityUnits", throughput.WriteCapacityUnits)
                .AtLeast("provisionedThroughput.writeCapacityUnits", throughput.WriteCapacityUnits, 1)
                .Required("provisionedThroughput.readCapacityUnits", throughput.ReadCapacityUnits)
                .AtLeast("provisionedThroughput.readCapacityUnits", throughput.ReadCapacityUnits, 1);
    }

    /// <summary>The settings with what the request says about billing.</summary>
    public static TableSettings Apply(TableSettings settings, string? mode, ProvisionedThroughput? throughput)
    {
        RefuseOutOfBounds("ReadCapacityUnits", throughput?.ReadCapacityUnits);
        RefuseOutOfBounds("WriteCapacityUnits", throughput?.WriteCapacityUnits);
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

    private static void RefuseOutOfBounds(string member, long? units)
    {
        if (units > MostUnits)
        {
            throw DynamoDbErrors.Validation($"Given value {units} for {member} is out of bounds");
        }
    }
}
