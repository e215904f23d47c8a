using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>Names an item by its key.</summary>
internal sealed record ItemReference(string TableName, AttributeMap Target) : IItemReference
{
    public ItemKey Locate(KeySchema schema) => schema.Parse(Target);
}
