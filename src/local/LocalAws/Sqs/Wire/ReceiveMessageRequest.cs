namespace LocalAws.Sqs.Wire;

internal sealed record ReceiveMessageRequest(
    string? QueueUrl,
    int? MaxNumberOfMessages,
    int? VisibilityTimeout,
    int? WaitTimeSeconds,
    IReadOnlyList<string>? AttributeNames,
    IReadOnlyList<string>? MessageSystemAttributeNames,
    IReadOnlyList<string>? MessageAttributeNames,
    string? ReceiveRequestAttemptId);
