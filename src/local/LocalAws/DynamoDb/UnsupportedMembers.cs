using LocalAws.Http;

namespace LocalAws.DynamoDb;

/// <summary>
/// The members of DynamoDB's requests that nothing here acts on, each refused by its name: the parameters that expressions have
/// replaced, and what belongs to encryption, global tables, policies and limits of throughput.
/// </summary>
internal static class UnsupportedMembers
{
    private static readonly string[] OfTables = ["WarmThroughput", "OnDemandThroughput", "GlobalTableSettingsReplicationMode"];

    private static readonly Dictionary<string, string[]> ByOperation = new()
    {
        ["CreateTable"] =
        [
            .. OfTables, "SSESpecification.SSEType", "SSESpecification.KMSMasterKeyId", "ResourcePolicy", "GlobalTableSourceArn",
            "GlobalSecondaryIndexes.WarmThroughput", "GlobalSecondaryIndexes.OnDemandThroughput",
        ],
        ["UpdateTable"] =
        [
            .. OfTables, "SSESpecification", "ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates",
            "GlobalSecondaryIndexUpdates.Create.WarmThroughput", "GlobalSecondaryIndexUpdates.Create.OnDemandThroughput",
            "GlobalSecondaryIndexUpdates.Update.WarmThroughput", "GlobalSecondaryIndexUpdates.Update.OnDemandThroughput",
        ],

        // All tags of a table come at once, so that no token was ever given.
        ["ListTagsOfResource"] = ["NextToken"],
        ["GetItem"] = ["AttributesToGet"],
        ["PutItem"] = ["Expected", "ConditionalOperator"],
        ["UpdateItem"] = ["AttributeUpdates", "Expected", "ConditionalOperator"],
        ["DeleteItem"] = ["Expected", "ConditionalOperator"],
        ["BatchGetItem"] = ["RequestItems.*.AttributesToGet"],
        ["Query"] = ["AttributesToGet", "KeyConditions", "QueryFilter", "ConditionalOperator"],
        ["Scan"] = ["AttributesToGet", "ScanFilter", "ConditionalOperator"],
    };

    /// <summary>The operations, each refusing the members that it does not act on.</summary>
    public static IReadOnlyDictionary<string, AwsOperation> Refuse(Dictionary<string, AwsOperation> operations) =>
        operations.ToDictionary(
            operation => operation.Key,
            operation => ByOperation.TryGetValue(operation.Key, out var members)
                ? operation.Value.Refusing(Refusal, members)
                : operation.Value);

    private static AwsException Refusal(string member) => DynamoDbErrors.NotSupported(
        ExpressionFor(member) is { } expression ? $"The legacy parameter {member} (use {expression} instead)" : member);

    private static string? ExpressionFor(string parameter) => parameter switch
    {
        "AttributesToGet" => "ProjectionExpression",
        "AttributeUpdates" => "UpdateExpression",
        "Expected" or "ConditionalOperator" => "ConditionExpression",
        "KeyConditions" => "KeyConditionExpression",
        "QueryFilter" or "ScanFilter" => "FilterExpression",
        _ => null,
    };
}
