using System.Collections.Immutable;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Tables;

/// <summary>Reads the key attributes of tables and indexes to be made.</summary>
internal static class KeySchemaReader
{
    private static readonly string[] KeyTypes = ["HASH", "RANGE"];
    private static readonly string[] AttributeTypes = ["B", "N", "S"];

    /// <summary>Adds what is wrong with the members of a key schema themselves.</summary>
    public static Constraints KeySchema(this Constraints constraints, string path, List<KeySchemaElement>? schema)
    {
        constraints.Required(path, schema).Length(path, schema?.Count, 1, 2, schema is [] ? "[]" : "[…]");
        foreach (var (index, key) in (schema ?? []).Index())
        {
            var member = $"{path}.{index + 1}.member.";
            constraints
                .Required(member + "attributeName", key.AttributeName)
                .Length(member + "attributeName", key.AttributeName?.Length, 1, 255, key.AttributeName ?? "")
                .Required(member + "keyType", key.KeyType)
                .OneOf(member + "keyType", key.KeyType, KeyTypes);
        }

        return constraints;
    }

    /// <summary>Adds what is wrong with the definitions of attributes themselves.</summary>
    public static Constraints Definitions(this Constraints constraints, List<AttributeDefinition>? definitions)
    {
        foreach (var (index, definition) in (definitions ?? []).Index())
        {
            var path = $"attributeDefinitions.{index + 1}.member.";
            constraints
                .Required(path + "attributeName", definition.AttributeName)
                .Length(path + "attributeName", definition.AttributeName?.Length, 1, 255, definition.AttributeName ?? "")
                .Required(path + "attributeType", definition.AttributeType)
                .OneOf(path + "attributeType", definition.AttributeType, AttributeTypes);
        }

        return constraints;
    }

    /// <summary>The keys of a table to be made.</summary>
    public static KeySchema ReadTable(CreateTableRequest request)
    {
        var (keys, definitions) = (request.KeySchema!, request.AttributeDefinitions!);
        if (definitions.Count < keys.Count)
        {
            throw DynamoDbErrors.Validation("Invalid KeySchema: Some index key attribute have no definition");
        }

        var schema = Read(keys, definitions);
        RefuseDuplicates(definitions);
        var hasIndexes = request.LocalSecondaryIndexes is not null || request.GlobalSecondaryIndexes is not null;
        return hasIndexes || definitions.Count == keys.Count
            ? schema
            : throw DynamoDbErrors.InvalidValue("Number of attributes in KeySchema does not exactly match "
                + "number of attributes defined in AttributeDefinitions");
    }

    public static KeySchema Read(List<KeySchemaElement> keys, List<AttributeDefinition> definitions)
    {
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

        return new KeySchema(Attribute(keys[0], definitions), keys.Count == 1 ? null : Attribute(keys[1], definitions));
    }

    /// <summary>The attributes that are a key of the table or of an index, or what is wrong with their definitions.</summary>
    public static ImmutableList<KeyAttribute> KeyAttributes(
        List<AttributeDefinition> definitions, KeySchema table, IEnumerable<SecondaryIndex> indexes)
    {
        RefuseDuplicates(definitions);
        var used = AttributesOf(table, indexes);
        return definitions.Count == used.Count
            ? used
            : throw DynamoDbErrors.InvalidValue("Some AttributeDefinitions are not used. AttributeDefinitions: "
                + $"[{string.Join(", ", definitions.Select(definition => definition.AttributeName))}], "
                + $"keys used: [{string.Join(", ", used.Select(attribute => attribute.Name))}]");
    }

    /// <summary>The attributes that are a key of the table or of an index.</summary>
    public static ImmutableList<KeyAttribute> AttributesOf(KeySchema table, IEnumerable<SecondaryIndex> indexes) =>
        [.. table.Attributes.Concat(indexes.SelectMany(index => index.Schema.Attributes)).Distinct()];

    private static void RefuseDuplicates(List<AttributeDefinition> definitions)
    {
        if (definitions.GroupBy(definition => definition.AttributeName).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw DynamoDbErrors.Validation($"Attribute Name is duplicated: {twice.Key}");
        }
    }

    private static KeyAttribute Attribute(KeySchemaElement key, List<AttributeDefinition> definitions)
    {
        var definition = definitions.Find(definition => definition.AttributeName == key.AttributeName)!;
        return new KeyAttribute(key.AttributeName!, Enum.Parse<AttributeType>(definition.AttributeType!));
    }
}
