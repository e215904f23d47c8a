namespace LocalAws.Sqs.Wire;

internal sealed record GetQueueUrlRequest(string? QueueName, string? QueueOwnerAWSAccountId);
