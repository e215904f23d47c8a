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

/// <summary>A message attribute: a string, a number written as a string, or bytes.</summary>
internal sealed record MessageAttributeValue(string? DataType, string? StringValue, byte[]? BinaryValue)
{
    /// <summary>Whether the bytes count and the string does not.</summary>
    public bool IsBinary => DataType?.StartsWith("Binary", StringComparison.Ordinal) == true;
}
