namespace LocalAws.Sqs.Wire;

internal sealed record StartMessageMoveTaskResponse(string TaskHandle);
