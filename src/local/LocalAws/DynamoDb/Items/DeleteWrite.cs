using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>Removes an item; none being there is as good.</summary>
internal sealed record DeleteWrite(string TableName, AttributeMap Key, Guard Guard) : IWrite
{
    public AttributeMap Target => Key;

    public ItemKey Locate(KeySchema schema) => schema.Parse(Key);

    public WriteOutcome Apply(AttributeMap? before) =>
        Guard.Allows(before) ? new WriteOutcome(before, null) : Guard.Refuse(before);
}
