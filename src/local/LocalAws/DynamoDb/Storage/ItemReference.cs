using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>Names an item by its key.</summary>
/// <param name="TableName">The table's name or ARN.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Projection">What is to be read of it; null for all of it.</param>
internal sealed record ItemReference(string TableName, AttributeMap Key, Projection? Projection) : IItemReference
{
    public void RefuseEmptyKeys(Table table) => table.Schema.RefuseEmpty(Key);

    public ItemKey Locate(Table table)
    {
        KeyPaths.RefuseNested(table, Projection?.NestedHeads);
        return table.Schema.Parse(Key);
    }
}
