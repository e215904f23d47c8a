using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.CloudFormation;

/// <summary>Tables.</summary>
internal static class TableSection
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> Resources() =>
        Topology.Tables.Select(table => KeyValuePair.Create(LogicalId.Table(table.Name), Table(table)));

    private static JsonObject Table(TableDefinition table)
    {
        (string Attribute, string Role, string Type)[] key = table.SortKey is { } sortKey
            ? [(table.PartitionKey, "HASH", "S"), (sortKey, "RANGE", table.SortIsNumber ? "N" : "S")]
            : [(table.PartitionKey, "HASH", "S")];
        var properties = new JsonObject
        {
            ["TableName"] = Fn.Name(table.Name),
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = new JsonArray(
                [.. key.Select(part => new JsonObject { ["AttributeName"] = part.Attribute, ["AttributeType"] = part.Type })]),
            ["KeySchema"] = new JsonArray(
                [.. key.Select(part => new JsonObject { ["AttributeName"] = part.Attribute, ["KeyType"] = part.Role })]),
        };
        if (table.TimeToLiveAttribute is { } attribute)
        {
            properties["TimeToLiveSpecification"] = new JsonObject { ["AttributeName"] = attribute, ["Enabled"] = true };
        }

        properties["OnDemandThroughput"] = new JsonObject
        {
            ["MaxReadRequestUnits"] = Fn.Ref(Parameters.Reads),
            ["MaxWriteRequestUnits"] = Fn.Ref(Parameters.Writes),
        };
        properties["PointInTimeRecoverySpecification"] = new JsonObject { ["PointInTimeRecoveryEnabled"] = true };
        properties["DeletionProtectionEnabled"] = Fn.Ref(Parameters.Protection);
        properties["SSESpecification"] = Fn.If(
            Parameters.HasKey,
            new JsonObject { ["SSEEnabled"] = true, ["SSEType"] = "KMS", ["KMSMasterKeyId"] = Fn.Ref(Parameters.Key) },
            Fn.Ref("AWS::NoValue"));
        properties["Tags"] = Parameters.Tags();
        return Resource.Kept("AWS::DynamoDB::Table", properties);
    }
}
