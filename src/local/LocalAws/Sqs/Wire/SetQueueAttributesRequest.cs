namespace LocalAws.Sqs.Wire;

internal sealed record SetQueueAttributesRequest(string? QueueUrl, Dictionary<string, string?>? Attributes);
