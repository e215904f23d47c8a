namespace LocalAws.DynamoDb.Tables;

/// <summary>A key attribute's name and type.</summary>
internal sealed record AttributeDefinition(string? AttributeName, string? AttributeType);
