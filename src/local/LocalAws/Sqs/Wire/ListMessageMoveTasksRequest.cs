namespace LocalAws.Sqs.Wire;

internal sealed record ListMessageMoveTasksRequest(string? SourceArn, int? MaxResults);
