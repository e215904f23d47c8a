namespace LocalAws.Sqs.Wire;

/// <summary>SendMessage's request, which names its queue, and SendMessageBatch's entry, which has an id instead.</summary>
internal sealed record SendMessageRequest(
    string? QueueUrl,
    string? Id,
    string? MessageBody,
    int? DelaySeconds,
    Dictionary<string, MessageAttributeValue>? MessageAttributes,
    Dictionary<string, MessageAttributeValue>? MessageSystemAttributes,
    string? MessageDeduplicationId,
    string? MessageGroupId);
