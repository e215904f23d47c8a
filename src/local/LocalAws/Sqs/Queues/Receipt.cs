namespace LocalAws.Sqs.Queues;

/// <summary>A message as one receive got it.</summary>
internal readonly record struct Receipt(
    Message Message, ReceiptHandle Handle, int ReceiveCount, DateTimeOffset FirstReceivedAt, string? SequenceNumber);
