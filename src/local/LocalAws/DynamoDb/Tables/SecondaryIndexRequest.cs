namespace LocalAws.DynamoDb.Tables;

/// <summary>An index as CreateTable and UpdateTable ask for it; only a global one has capacity of its own.</summary>
internal sealed record SecondaryIndexRequest(
    string? IndexName,
    List<KeySchemaElement>? KeySchema,
    ProjectionSpecification? Projection,
    ProvisionedThroughput? ProvisionedThroughput);

/// <summary>What an index is to hold beside the keys.</summary>
internal sealed record ProjectionSpecification(string? ProjectionType, IReadOnlyList<string>? NonKeyAttributes);
