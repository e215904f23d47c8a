using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>Removes an item; none being there is as good.</summary>
internal sealed record DeleteWrite(string TableName, AttributeMap Key, Guard Guard) : IWrite
{
    public void RefuseEmptyKeys(Table table) => table.Schema.RefuseEmpty(Key);

    public ItemKey Locate(Table table)
    {
        var key = table.Schema.Parse(Key);
        KeyPaths.RefuseNested(table, Guard.Condition?.NestedHeads);
        return key;
    }

    public WriteOutcome Apply(AttributeMap? before, Table table) =>
        Guard.Allows(before) ? new WriteOutcome(before, null) : Guard.Refuse(before);
}
