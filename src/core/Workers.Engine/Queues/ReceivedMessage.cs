namespace Workers.Engine.Queues;

/// <summary>One receive of one message.</summary>
/// <param name="MessageId">The same for every receive of the message.</param>
/// <param name="ReceiptHandle">Another for each receive; the newest is the one to use.</param>
/// <param name="Body">As it was sent.</param>
/// <param name="ReceiveCount">This receive included.</param>
/// <param name="FirstReceivedAt">When SQS first handed the message out.</param>
/// <param name="SentAt">When it came into the queue.</param>
internal sealed record ReceivedMessage(
    string MessageId,
    string ReceiptHandle,
    string Body,
    int ReceiveCount,
    DateTimeOffset FirstReceivedAt,
    DateTimeOffset SentAt);
