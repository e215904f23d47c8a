using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>A key attribute and the type it has in every item.</summary>
internal sealed record KeyAttribute(string Name, AttributeType Type);
