using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>A ConditionCheck: changes nothing, but what it relies on must not change before its transaction ends.</summary>
internal sealed record CheckWrite(string TableName, AttributeMap Key, Guard Guard) : IWrite
{
    public void RefuseEmptyKeys(Table table) => table.Schema.RefuseEmpty(Key);

    public ItemKey Locate(Table table)
    {
        var key = table.Schema.Parse(Key);
        KeyPaths.RefuseNested(table, Guard.Condition?.NestedHeads);
        return key;
    }

    public WriteOutcome Apply(AttributeMap? before, Table table) =>
        Guard.Allows(before) ? new WriteOutcome(before, before) : Guard.Refuse(before);
}
