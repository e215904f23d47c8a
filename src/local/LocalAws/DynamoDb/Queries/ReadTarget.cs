using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Queries;

/// <summary>What a Query or a Scan reads: a table or one of its indexes.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The index; null when the table itself is read.</param>
internal sealed record ReadTarget(Table Table, SecondaryIndex? Index)
{
    /// <summary>The keys that its items are ordered by.</summary>
    public KeySchema Schema => Index?.Schema ?? Table.Schema;

    public IReadOnlyList<ItemPartitions> Parts => Index?.Parts ?? Table.Parts;

    /// <summary>The attributes of the key that a page ends with.</summary>
    public IEnumerable<string> KeyNames => Index?.KeyNames ?? Table.Schema.Attributes.Select(attribute => attribute.Name);

    /// <summary>The target that a request names.</summary>
    public static ReadTarget Of(Table table, IReadRequest request)
    {
        if (request.IndexName is not { } name)
        {
            return new ReadTarget(table, null);
        }

        var index = table.Indexes.FirstOrDefault(index => index.Name == name)
            ?? throw DynamoDbErrors.Validation($"The table does not have the specified index: {name}");
        return index.IsGlobal && request.ConsistentRead
            ? throw DynamoDbErrors.Validation("Consistent reads are not supported on global secondary indexes")
            : new ReadTarget(table, index);
    }

    public ItemPartitions PartOf(AttributeValue partition) => Parts[HashParts.IndexOf(ItemKey.HashOf(partition))];

    /// <summary>The place of an item, or of a key that a page ended with, among those of its partition.</summary>
    public AttributeValue[] PlaceOf(AttributeMap item) =>
        Index?.PlaceOf(item) ?? [.. Table.Schema.Order.Select(name => item[name]!)];

    /// <summary>The key that a page ends with when the item is its last.</summary>
    public AttributeMap KeyOf(AttributeMap item) => new(KeyNames.ToDictionary(name => name, name => item[name]!));
}
