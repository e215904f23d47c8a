using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>Reads how a table is to be paid for.</summary>
internal static class BillingReader
{
    private static readonly string[] Modes = [TableSettings.Provisioned, TableSettings.OnDemand];

    private const long MostUnits = 1_000_000_000_000;

    /// <summary>Adds what is wrong with the members themselves.</summary>
    public static Constraints Billing(this Constraints constraints, string? mode, ProvisionedThroughput? throughput) =>
        constraints.OneOf("billingMode", mode, Modes).Throughput("provisionedThroughput", throughput);

    /// <summary>Adds what is wrong with a member that is capacity.</summary>
    public static Constraints Throughput(this Constraints constraints, string path, ProvisionedThroughput? throughput) =>
        throughput is null
            ? constraints
            : constraints
                .Required($"{path}.writeCapacityUnits", throughput.WriteCapacityUnits)
                .AtLeast($"{path}.writeCapacityUnits", throughput.WriteCapacityUnits, 1)
                .Required($"{path}.readCapacityUnits", throughput.ReadCapacityUnits)
                .AtLeast($"{path}.readCapacityUnits", throughput.ReadCapacityUnits, 1);

    /// <summary>The settings with what the request says about billing.</summary>
    public static TableSettings Apply(TableSettings settings, string? mode, ProvisionedThroughput? throughput, DateTimeOffset now)
    {
        var read = Read(throughput);
        if ((mode ?? settings.BillingMode) == TableSettings.OnDemand)
        {
            var since = settings.BillingMode == TableSettings.OnDemand ? settings.OnDemandSince : now;
            return throughput is null
                ? settings with { BillingMode = TableSettings.OnDemand, Throughput = read, OnDemandSince = since }
                : throw DynamoDbErrors.InvalidValue("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified "
                    + "when BillingMode is PAY_PER_REQUEST");
        }

        return throughput is { ReadCapacityUnits: not null, WriteCapacityUnits: not null }
            ? settings with { BillingMode = TableSettings.Provisioned, Throughput = read }
            : throw DynamoDbErrors.InvalidValue("ReadCapacityUnits and WriteCapacityUnits must both be specified "
                + "when BillingMode is PROVISIONED");
    }

    /// <summary>The capacity that a request asks for; none when it asks for none.</summary>
    public static Throughput Read(ProvisionedThroughput? throughput)
    {
        RefuseOutOfBounds("ReadCapacityUnits", throughput?.ReadCapacityUnits);
        RefuseOutOfBounds("WriteCapacityUnits", throughput?.WriteCapacityUnits);
        return new Throughput(throughput?.ReadCapacityUnits ?? 0, throughput?.WriteCapacityUnits ?? 0);
    }

    private static void RefuseOutOfBounds(string member, long? units)
    {
        if (units > MostUnits)
        {
            throw DynamoDbErrors.Validation($"Given value {units} for {member} is out of bounds");
        }
    }
}
