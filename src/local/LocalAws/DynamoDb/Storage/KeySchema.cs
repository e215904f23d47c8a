using System.Text;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Storage;

/// <summary>The key attributes of a table.</summary>
/// <param name="Partition">The partition key.</param>
/// <param name="Sort">The sort key, where there is one.</param>
internal sealed record KeySchema(KeyAttribute Partition, KeyAttribute? Sort)
{
    private const int MaxPartitionBytes = 2048;
    private const int MaxSortBytes = 1024;

    public int Count => Sort is null ? 1 : 2;

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
        RefuseEmpty(Partition, map[Partition.Name]);
        if (Sort is not null)
        {
            RefuseEmpty(Sort, map[Sort.Name]);
        }
    }

    /// <summary>The key attributes of an item.</summary>
    public AttributeMap ToMap(AttributeMap item)
    {
        var key = new Dictionary<string, AttributeValue> { [Partition.Name] = item[Partition.Name]! };
        if (Sort is not null)
        {
            key[Sort.Name] = item[Sort.Name]!;
        }

        return new AttributeMap(key);
    }

    private static AwsException NoMatch(KeyAttribute attribute, AttributeValue? value) =>
        DynamoDbErrors.Validation("The provided key element does not match the schema");

    private static AwsException WrongAttribute(KeyAttribute attribute, AttributeValue? value) =>
        DynamoDbErrors.InvalidValue(value is null
            ? $"Missing the key {attribute.Name} in the item"
            : $"Type mismatch for key {attribute.Name} expected: {attribute.Type} actual: {value.Type}");

    private ItemKey Read(AttributeMap map, Func<KeyAttribute, AttributeValue?, AwsException> wrong)
    {
        var partition = Read(Partition, map, wrong);
        if (SizeOf(partition) > MaxPartitionBytes)
        {
            throw DynamoDbErrors.InvalidValue(
                $"Size of hashkey has exceeded the maximum size limit of{MaxPartitionBytes} bytes");
        }

        var sort = Sort is null ? null : Read(Sort, map, wrong);
        if (sort is not null && SizeOf(sort) > MaxSortBytes)
        {
            throw DynamoDbErrors.InvalidValue(
                $"Aggregated size of all range keys has exceeded the size limit of {MaxSortBytes} bytes");
        }

        return new ItemKey(partition, sort);
    }

    private static AttributeValue Read(
        KeyAttribute attribute, AttributeMap map, Func<KeyAttribute, AttributeValue?, AwsException> wrong)
    {
        var value = map[attribute.Name];
        if (value?.Type != attribute.Type)
        {
            throw wrong(attribute, value);
        }

        RefuseEmpty(attribute, value);
        return value;
    }

    private static void RefuseEmpty(KeyAttribute attribute, AttributeValue? value)
    {
        if (value is { Type: AttributeType.S, Text.Length: 0 } or { Type: AttributeType.B, Bytes.Length: 0 })
        {
            throw DynamoDbErrors.Validation("One or more parameter values are not valid. "
                + "The AttributeValue for a key attribute cannot contain an empty "
                + $"{(value.Type == AttributeType.S ? "string" : "binary")} value. Key: {attribute.Name}");
        }
    }

    private static int SizeOf(AttributeValue value) => value.Type switch
    {
        AttributeType.S => Encoding.UTF8.GetByteCount(value.Text),
        AttributeType.B => value.Bytes.Length,
        _ => value.Number.Size,
    };
}
