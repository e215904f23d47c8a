namespace LocalAws.Sqs.Wire;

internal sealed record ListMessageMoveTasksResponse(IReadOnlyList<MessageMoveTask>? Results);
