namespace LocalAws.Sqs.Wire;

internal sealed record UntagQueueRequest(string? QueueUrl, IReadOnlyList<string>? TagKeys);
