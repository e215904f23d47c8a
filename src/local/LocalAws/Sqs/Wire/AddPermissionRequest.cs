namespace LocalAws.Sqs.Wire;

internal sealed record AddPermissionRequest(
    string? QueueUrl, string? Label, IReadOnlyList<string>? AWSAccountIds, IReadOnlyList<string>? Actions);
