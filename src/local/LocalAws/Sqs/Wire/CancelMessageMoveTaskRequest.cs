namespace LocalAws.Sqs.Wire;

internal sealed record CancelMessageMoveTaskRequest(string? TaskHandle);
