namespace LocalAws.Sqs.Queues;

/// <summary>What the sender of a message is told.</summary>
/// <param name="MessageId">The message's id.</param>
/// <param name="SequenceNumber">Its place in a FIFO queue; null in a standard queue.</param>
internal sealed record SentMessage(string MessageId, string? SequenceNumber);
