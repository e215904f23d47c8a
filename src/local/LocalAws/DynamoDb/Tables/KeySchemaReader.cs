using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Tables;

/// <summary>Reads the key attributes of a table to be made.</summary>
internal static class KeySchemaReader
{
    private static readonly string[] KeyTypes = ["HASH", "RANGE"];
    private static readonly string[] AttributeTypes = ["B", "N", "S"];

    /// <summary>Adds what is wrong with the members themselves.</summary>
    public static Constraints Keys(this Constraints constraints, CreateTableRequest request)
    {
        constraints
            .Required("attributeDefinitions", request.AttributeDefinitions)
            .Required("keySchema", request.KeySchema)
            .Length("keySchema", request.KeySchema?.Count, 1, 2, request.KeySchema is [] ? "[]" : "[…]");
        foreach (var (index, key) in (request.KeySchema ?? []).Index())
        {
            var path = $"keySchema.{index + 1}.member.";
            constraints
                .Required(path + "attributeName", key.AttributeName)
                .Length(path + "attributeName", key.AttributeName?.Length, 1, 255, key.AttributeName ?? "")
                .Required(path + "keyType", key.KeyType)
                .OneOf(path + "keyType", key.KeyType, KeyTypes);
        }

        foreach (var (index, definition) in (request.AttributeDefinitions ?? []).Index())
        {
            var path = $"attributeDefinitions.{index + 1}.member.";
            constraints
                .Required(path + "attributeName", definition.AttributeName)
                .Required(path + "attributeType", definition.AttributeType)
                .OneOf(path + "attributeType", definition.AttributeType, AttributeTypes);
        }

        return constraints;
    }

    public static KeySchema Read(CreateTableRequest request)
    {
        var keys = request.KeySchema!;
        var definitions = request.AttributeDefinitions!;
        if (definitions.Count < keys.Count)
        {
            throw DynamoDbErrors.Validation("Invalid KeySchema: Some index key attribute have no definition");
        }

        if (keys.Count == 2 && keys[0].AttributeName == keys[1].AttributeName)
        {
            throw DynamoDbErrors.Validation(
                "Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }

        if (keys[0].KeyType != "HASH")
        {
            throw DynamoDbErrors.Validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }

        if (keys.Count == 2 && keys[1].KeyType != "RANGE")
        {
            throw DynamoDbErrors.Validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }

        if (keys.Exists(key => !definitions.Exists(definition => definition.AttributeName == key.AttributeName)))
        {
            throw DynamoDbErrors.InvalidValue("Some index key attributes are not defined in AttributeDefinitions. "
                + $"Keys: [{string.Join(", ", keys.Select(key => key.AttributeName))}], "
                + $"AttributeDefinitions: [{string.Join(", ", definitions.Select(definition => definition.AttributeName))}]");
        }

        return definitions.Count == keys.Count
            ? new KeySchema(Attribute(keys[0], definitions), keys.Count == 1 ? null : Attribute(keys[1], definitions))
            : throw DynamoDbErrors.InvalidValue("Number of attributes in KeySchema does not exactly match "
                + "number of attributes defined in AttributeDefinitions");
    }

    private static KeyAttribute Attribute(KeySchemaElement key, List<AttributeDefinition> definitions)
    {
        var definition = definitions.Find(definition => definition.AttributeName == key.AttributeName)!;
        return new KeyAttribute(key.AttributeName!, Enum.Parse<AttributeType>(definition.AttributeType!));
    }
}
