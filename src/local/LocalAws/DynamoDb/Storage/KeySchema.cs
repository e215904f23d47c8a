using System.Text;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Storage;

/// <summary>The key attributes of a table or of an index.</summary>
/// <param name="Partition">The partition key.</param>
/// <param name="Sort">The sort key, where there is one.</param>
internal sealed record KeySchema(KeyAttribute Partition, KeyAttribute? Sort)
{
    public const int MaxPartitionBytes = 2048;
    public const int MaxSortBytes = 1024;

    /// <summary>The partition key, then the sort key.</summary>
    public IReadOnlyList<KeyAttribute> Attributes { get; } = Sort is null ? [Partition] : [Partition, Sort];

    /// <summary>What orders the items of one partition of a table.</summary>
    public IReadOnlyList<string> Order { get; } = Sort is null ? [] : [Sort.Name];

    public int Count => Attributes.Count;

    public bool Contains(string name) => name == Partition.Name || name == Sort?.Name;

    /// <summary>The key of an item to be put, or what is wrong with it.</summary>
    public ItemKey KeyOf(AttributeMap item) => Read(item, WrongAttribute);

    /// <summary>The key of an item in a batch, where DynamoDB tells less about what is wrong.</summary>
    public ItemKey KeyOfBatched(AttributeMap item) => Read(item, NoMatch);

    /// <summary>A key as it is: all of the key attributes and no others.</summary>
    public ItemKey Parse(AttributeMap key) =>
        key.Count == Count ? Read(key, NoMatch) : throw NoMatch(Partition, null);

    /// <summary>Refuses empty key attributes, which is the first thing that DynamoDB looks at in a transaction.</summary>
    public void RefuseEmpty(AttributeMap map)
    {
        foreach (var attribute in Attributes)
        {
            RefuseEmpty(attribute, map[attribute.Name]);
        }
    }

    /// <summary>Refuses an empty value for a key attribute: no item can have one.</summary>
    public static void RefuseEmpty(KeyAttribute attribute, AttributeValue? value)
    {
        if (EmptyKindOf(value) is { } kind)
        {
            throw DynamoDbErrors.Validation("One or more parameter values are not valid. "
                + $"The AttributeValue for a key attribute cannot contain an empty {kind} value. Key: {attribute.Name}");
        }
    }

    /// <summary>What an empty value is, for messages; null for one that a key attribute may have.</summary>
    public static string? EmptyKindOf(AttributeValue? value) => value switch
    {
        { Type: AttributeType.S, Text.Length: 0 } => "string",
        { Type: AttributeType.B, Bytes.Length: 0 } => "binary",
        _ => null,
    };

    /// <summary>Refuses a value that is too long for the key attribute.</summary>
    public void RefuseTooLong(KeyAttribute attribute, AttributeValue value)
    {
        if (!IsTooLong(attribute, value))
        {
            return;
        }

        throw DynamoDbErrors.InvalidValue(attribute == Partition
            ? $"Size of hashkey has exceeded the maximum size limit of{MaxPartitionBytes} bytes"
            : $"Aggregated size of all range keys has exceeded the size limit of {MaxSortBytes} bytes");
    }

    /// <summary>Whether an item has all of the key attributes, as they have to be.</summary>
    public bool Fits(AttributeMap item)
    {
        foreach (var attribute in Attributes)
        {
            var value = item[attribute.Name];
            if (value?.Type != attribute.Type || EmptyKindOf(value) is not null || IsTooLong(attribute, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The key attributes of an item.</summary>
    public AttributeMap ToMap(AttributeMap item) =>
        new(Attributes.ToDictionary(attribute => attribute.Name, attribute => item[attribute.Name]!));

    private static AwsException NoMatch(KeyAttribute attribute, AttributeValue? value) =>
        DynamoDbErrors.Validation("The provided key element does not match the schema");

    private static AwsException WrongAttribute(KeyAttribute attribute, AttributeValue? value) =>
        DynamoDbErrors.InvalidValue(value is null
            ? $"Missing the key {attribute.Name} in the item"
            : $"Type mismatch for key {attribute.Name} expected: {attribute.Type} actual: {value.Type}");

    private ItemKey Read(AttributeMap map, Func<KeyAttribute, AttributeValue?, AwsException> wrong) => new(
        Read(Partition, map, wrong),
        Sort is null ? null : Read(Sort, map, wrong));

    private AttributeValue Read(
        KeyAttribute attribute, AttributeMap map, Func<KeyAttribute, AttributeValue?, AwsException> wrong)
    {
        var value = map[attribute.Name];
        if (value?.Type != attribute.Type)
        {
            throw wrong(attribute, value);
        }

        RefuseEmpty(attribute, value);
        RefuseTooLong(attribute, value);
        return value;
    }

    private bool IsTooLong(KeyAttribute attribute, AttributeValue value) =>
        SizeOf(value) > (attribute == Partition ? MaxPartitionBytes : MaxSortBytes);

    private static int SizeOf(AttributeValue value) => value.Type switch
    {
        AttributeType.S => Encoding.UTF8.GetByteCount(value.Text),
        AttributeType.B => value.Bytes.Length,
        _ => value.Number.Size,
    };
}
