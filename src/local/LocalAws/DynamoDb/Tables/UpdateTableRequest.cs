using System.Text.Json;

namespace LocalAws.DynamoDb.Tables;

internal sealed record UpdateTableRequest(
    string? TableName,
    string? BillingMode,
    ProvisionedThroughput? ProvisionedThroughput,
    bool? DeletionProtectionEnabled,
    string? TableClass,
    JsonElement? GlobalSecondaryIndexUpdates,
    JsonElement? ReplicaUpdates,
    StreamSpecification? StreamSpecification);
