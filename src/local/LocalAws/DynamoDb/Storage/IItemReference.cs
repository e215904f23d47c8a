using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>Names an item, as a request does, before its table is known.</summary>
internal interface IItemReference
{
    string TableName { get; }

    /// <summary>Where the key is: the item to be put, or the key itself.</summary>
    AttributeMap Target { get; }

    /// <summary>The item's key, or why it does not fit the table.</summary>
    ItemKey Locate(KeySchema schema);
}
