namespace LocalAws.Sqs.Wire;

internal sealed record ListQueuesRequest(string? QueueNamePrefix, string? NextToken, int? MaxResults);
