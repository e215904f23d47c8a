namespace LocalAws.Sqs.Wire;

internal sealed record ListDeadLetterSourceQueuesRequest(string? QueueUrl, string? NextToken, int? MaxResults);
