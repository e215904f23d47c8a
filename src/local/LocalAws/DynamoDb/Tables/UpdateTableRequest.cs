namespace LocalAws.DynamoDb.Tables;

internal sealed record UpdateTableRequest(
    string? TableName,
    List<AttributeDefinition>? AttributeDefinitions,
    string? BillingMode,
    ProvisionedThroughput? ProvisionedThroughput,
    bool? DeletionProtectionEnabled,
    string? TableClass,
    List<GlobalSecondaryIndexUpdate>? GlobalSecondaryIndexUpdates,
    StreamSpecification? StreamSpecification);

/// <summary>One change of a table's global indexes: exactly one of these.</summary>
internal sealed record GlobalSecondaryIndexUpdate(
    SecondaryIndexRequest? Create,
    UpdateGlobalSecondaryIndexAction? Update,
    DeleteGlobalSecondaryIndexAction? Delete);

/// <summary>New capacity for an index.</summary>
internal sealed record UpdateGlobalSecondaryIndexAction(string? IndexName, ProvisionedThroughput? ProvisionedThroughput);

/// <summary>An index that is to go.</summary>
internal sealed record DeleteGlobalSecondaryIndexAction(string? IndexName);
