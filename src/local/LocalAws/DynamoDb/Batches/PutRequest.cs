using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Batches;

/// <summary>The item to put.</summary>
internal sealed record PutRequest(AttributeMap? Item);
