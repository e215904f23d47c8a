using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Indexes;

/// <summary>
/// What is refused of an item because of indexes: their key attributes may be absent, but not be anything else than a key can be.
/// Of several indexes the first by name is told.
/// </summary>
internal static class IndexKeys
{
    /// <summary>Refuses an item to be put for the type or the length of an index's key attribute.</summary>
    public static void RefuseUnfit(IReadOnlyList<SecondaryIndex> indexes, AttributeMap item)
    {
        foreach (var (index, attribute, value) in In(indexes, item))
        {
            if (value.Type != attribute.Type)
            {
                throw TypeMismatch(index, attribute, value.Type);
            }

            index.Schema.RefuseTooLong(attribute, value);
        }
    }

    /// <summary>Refuses an item to be put for an empty key attribute of an index.</summary>
    public static void RefuseEmpty(IReadOnlyList<SecondaryIndex> indexes, AttributeMap item)
    {
        foreach (var (index, attribute, value) in In(indexes, item))
        {
            RefuseEmpty(index, attribute, value);
        }
    }

    /// <summary>Refuses an empty value for a key attribute of an index.</summary>
    public static void RefuseEmpty(SecondaryIndex index, KeyAttribute attribute, AttributeValue value)
    {
        if (KeySchema.EmptyKindOf(value) is { } kind)
        {
            throw DynamoDbErrors.Validation("One or more parameter values are not valid. "
                + "A value specified for a secondary index key is not supported. "
                + $"The AttributeValue for a key attribute cannot contain an empty {kind} value. "
                + $"IndexName: {index.Name}, IndexKey: {attribute.Name}");
        }
    }

    /// <summary>Refuses what an update made of the key attributes of indexes.</summary>
    /// <param name="indexes">The table's indexes.</param>
    /// <param name="item">The item afterwards.</param>
    /// <param name="isUpdated">Whether the update concerns the attribute: what was there before is not its fault.</param>
    public static void RefuseUpdated(IReadOnlyList<SecondaryIndex> indexes, AttributeMap item, Func<string, bool> isUpdated)
    {
        foreach (var (index, attribute, value) in In(indexes, item))
        {
            if (!isUpdated(attribute.Name))
            {
                continue;
            }

            if (value.Type != attribute.Type)
            {
                throw DynamoDbErrors.Validation(
                    "The update expression attempted to update the secondary index key to unsupported type");
            }

            RefuseEmptyUpdate(value);
            index.Schema.RefuseTooLong(attribute, value);
        }
    }

    public static void RefuseEmptyUpdate(AttributeValue? value)
    {
        if (KeySchema.EmptyKindOf(value) is { } kind)
        {
            throw DynamoDbErrors.Validation("One or more parameter values are not valid. "
                + "The update expression attempted to update a secondary index key to a value that is not supported. "
                + $"The AttributeValue for a key attribute cannot contain an empty {kind} value.");
        }
    }

    public static AwsException TypeMismatch(SecondaryIndex index, KeyAttribute attribute, AttributeType actual) =>
        DynamoDbErrors.InvalidValue($"Type mismatch for Index Key {attribute.Name} Expected: {attribute.Type} Actual: {actual} "
            + $"IndexName: {index.Name}");

    private static IEnumerable<(SecondaryIndex Index, KeyAttribute Attribute, AttributeValue Value)> In(
        IReadOnlyList<SecondaryIndex> indexes, AttributeMap item) => indexes.Count == 0
        ? []
        : from index in indexes
          from attribute in index.Schema.Attributes
          let value = item[attribute.Name]
          where value is not null
          select (index, attribute, value);
}
