namespace LocalAws.Sqs.Wire;

internal sealed record ReceivedMessage(
    string MessageId,
    string ReceiptHandle,
    string MD5OfBody,
    string Body,
    IReadOnlyDictionary<string, string>? Attributes,
    string? MD5OfMessageAttributes,
    IReadOnlyDictionary<string, MessageAttributeValue>? MessageAttributes);
