using System.Text.Json;

namespace LocalAws.DynamoDb.Tables;

internal sealed record CreateTableRequest(
    string? TableName,
    List<AttributeDefinition>? AttributeDefinitions,
    List<KeySchemaElement>? KeySchema,
    string? BillingMode,
    ProvisionedThroughput? ProvisionedThroughput,
    bool? DeletionProtectionEnabled,
    string? TableClass,
    List<Tag>? Tags,
    JsonElement? LocalSecondaryIndexes,
    JsonElement? GlobalSecondaryIndexes,
    StreamSpecification? StreamSpecification);
