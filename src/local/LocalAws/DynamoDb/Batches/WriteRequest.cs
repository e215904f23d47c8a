namespace LocalAws.DynamoDb.Batches;

/// <summary>One put or one delete of a batch.</summary>
internal sealed record WriteRequest(PutRequest? PutRequest, DeleteRequest? DeleteRequest);
