using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>An item where it is stored.</summary>
/// <param name="Item">The whole item.</param>
/// <param name="View">What is there of it: everything in a table, in an index what the index projects.</param>
internal readonly record struct Row(AttributeMap Item, AttributeMap View);
