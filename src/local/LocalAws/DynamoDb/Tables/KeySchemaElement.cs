using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>A key attribute's part in the key: HASH for the partition key, RANGE for the sort key.</summary>
internal sealed record KeySchemaElement(string? AttributeName, string? KeyType)
{
    public static List<KeySchemaElement> Of(KeySchema schema) =>
    [
        .. schema.Attributes.Select(attribute =>
            new KeySchemaElement(attribute.Name, attribute == schema.Partition ? "HASH" : "RANGE")),
    ];
}

/// <summary>A key attribute's name and type.</summary>
internal sealed record AttributeDefinition(string? AttributeName, string? AttributeType);
