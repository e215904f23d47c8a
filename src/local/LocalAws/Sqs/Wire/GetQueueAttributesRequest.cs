namespace LocalAws.Sqs.Wire;

internal sealed record GetQueueAttributesRequest(string? QueueUrl, IReadOnlyList<string>? AttributeNames);
