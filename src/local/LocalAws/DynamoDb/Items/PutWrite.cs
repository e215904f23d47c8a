using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>Puts an item in place of whatever is there.</summary>
internal sealed record PutWrite(string TableName, AttributeMap Item, Guard Guard) : IWrite
{
    public AttributeMap Target => Item;

    public ItemKey Locate(KeySchema schema) => schema.KeyOf(Item);

    public WriteOutcome Apply(AttributeMap? before) =>
        Guard.Allows(before) ? new WriteOutcome(before, Item) : Guard.Refuse(before);
}
