namespace LocalAws.DynamoDb.Storage;

/// <summary>Names an item, as a request does, before its table is known.</summary>
internal interface IItemReference
{
    string TableName { get; }

    /// <summary>Refuses empty key attributes, of the table and its indexes: in a transaction this is looked at first.</summary>
    void RefuseEmptyKeys(Table table);

    /// <summary>The item's key, or why the request does not fit the table.</summary>
    ItemKey Locate(Table table);
}
