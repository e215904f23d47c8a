namespace LocalAws.Sqs.Wire;

/// <summary>What CreateQueue and GetQueueUrl answer.</summary>
internal sealed record QueueUrlResponse(string QueueUrl);
