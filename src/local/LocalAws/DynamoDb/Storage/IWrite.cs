using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>A write of one item, alone or in a transaction: a function of what is stored.</summary>
internal interface IWrite : IItemReference
{
    /// <summary>What becomes of the item. May throw a validation error; changes nothing by itself.</summary>
    WriteOutcome Apply(AttributeMap? before, Table table);
}
