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
    List<SecondaryIndexRequest>? LocalSecondaryIndexes,
    List<SecondaryIndexRequest>? GlobalSecondaryIndexes,
    StreamSpecification? StreamSpecification);
