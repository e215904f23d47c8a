using LocalAws.DynamoDb.Expressions.Updates;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>Changes an item, or makes it. Without an update it only makes sure that the item is there.</summary>
internal sealed record UpdateWrite(string TableName, AttributeMap Key, Update? Update, Guard Guard) : IWrite
{
    public AttributeMap Target => Key;

    public ItemKey Locate(KeySchema schema)
    {
        var key = schema.Parse(Key);
        foreach (var name in Update?.Paths.Names.Keys ?? Enumerable.Empty<string>())
        {
            if (schema.Contains(name))
            {
                throw DynamoDbErrors.InvalidValue($"Cannot update attribute {name}. This attribute is part of the key");
            }
        }

        return key;
    }

    public WriteOutcome Apply(AttributeMap? before)
    {
        if (!Guard.Allows(before))
        {
            return Guard.Refuse(before);
        }

        var after = Update is null ? before ?? Key : Update.Apply(before, Key);
        return after?.Size > ItemSize.Limit
            ? throw DynamoDbErrors.Validation("Item size to update has exceeded the maximum allowed size")
            : new WriteOutcome(before, after);
    }
}
