using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>Puts an item in place of whatever is there.</summary>
internal sealed record PutWrite(string TableName, AttributeMap Item, Guard Guard) : IWrite
{
    public void RefuseEmptyKeys(Table table)
    {
        table.Schema.RefuseEmpty(Item);
        IndexKeys.RefuseEmpty(table.Indexes, Item);
    }

    public ItemKey Locate(Table table)
    {
        var key = table.Schema.KeyOf(Item);
        IndexKeys.RefuseUnfit(table.Indexes, Item);
        IndexKeys.RefuseEmpty(table.Indexes, Item);
        KeyPaths.RefuseNested(table, Guard.Condition?.NestedHeads);
        return key;
    }

    public WriteOutcome Apply(AttributeMap? before, Table table) =>
        Guard.Allows(before) ? new WriteOutcome(before, Item) : Guard.Refuse(before);
}
