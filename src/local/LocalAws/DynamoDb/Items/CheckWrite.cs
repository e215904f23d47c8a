using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>A ConditionCheck: changes nothing, but what it relies on must not change before its transaction ends.</summary>
internal sealed record CheckWrite(string TableName, AttributeMap Key, Guard Guard) : IWrite
{
    public AttributeMap Target => Key;

    public ItemKey Locate(KeySchema schema) => schema.Parse(Key);

    public WriteOutcome Apply(AttributeMap? before) =>
        Guard.Allows(before) ? new WriteOutcome(before, before) : Guard.Refuse(before);
}
