namespace LocalAws.Sqs.Wire;

/// <summary>Names a queue and no more: DeleteQueue, PurgeQueue, ListQueueTags.</summary>
internal sealed record QueueRequest(string? QueueUrl);
