namespace LocalAws.Sqs.Wire;

internal sealed record CancelMessageMoveTaskResponse(long ApproximateNumberOfMessagesMoved);
