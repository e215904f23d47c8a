using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Batches;

/// <summary>The key of the item to delete.</summary>
internal sealed record DeleteRequest(AttributeMap? Key);
