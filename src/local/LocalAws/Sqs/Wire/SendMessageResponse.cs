namespace LocalAws.Sqs.Wire;

/// <summary>SendMessage's answer, and one result of SendMessageBatch, which has the entry's id.</summary>
internal sealed record SendMessageResponse(
    string? Id,
    string MessageId,
    string MD5OfMessageBody,
    string? MD5OfMessageAttributes,
    string? MD5OfMessageSystemAttributes,
    string? SequenceNumber);
