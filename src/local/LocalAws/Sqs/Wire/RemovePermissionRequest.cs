namespace LocalAws.Sqs.Wire;

internal sealed record RemovePermissionRequest(string? QueueUrl, string? Label);
