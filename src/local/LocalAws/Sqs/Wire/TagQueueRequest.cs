namespace LocalAws.Sqs.Wire;

internal sealed record TagQueueRequest(string? QueueUrl, Dictionary<string, string?>? Tags);
