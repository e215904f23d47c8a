namespace LocalAws.Sqs.Queues;

/// <summary>A message's life in one queue. Changed by its queue only, under the queue's lock.</summary>
internal sealed class QueuedMessage
{
    public QueuedMessage(Message message, long sequence)
    {
        Message = message;
        Sequence = sequence;
        Place = new LinkedListNode<QueuedMessage>(this);
    }

    public Message Message { get; }

    /// <summary>Its number in this queue: what receipts refer to, and what tells equal times apart.</summary>
    public long Sequence { get; }

    /// <summary>Its place in the line of visible messages.</summary>
    public LinkedListNode<QueuedMessage> Place { get; }

    public MessageState State { get; set; }

    /// <summary>When it becomes visible, if it is delayed or in flight.</summary>
    public DateTimeOffset VisibleAt { get; set; }

    /// <summary>How often it was received in this queue: what the redrive policy counts.</summary>
    public int ReceiveCount { get; set; }

    /// <summary>Whether the latest receipt has no hold on it any more.</summary>
    public bool HasExpiredReceipt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset FirstReceivedAt { get; set; }

    /// <summary>The message as it goes on to the dead-letter queue: still itself, with where it comes from.</summary>
    public Message AsDeadLetter(string sourceArn) => Message with
    {
        DeadLetterSourceArn = sourceArn,
        EarlierReceives = Message.EarlierReceives + ReceiveCount,
        EarlierReceivedAt = FirstReceivedAt,
    };

    /// <summary>Counts one more receive and gives the receipt for it.</summary>
    public Receipt Receive(long queue, DateTimeOffset now)
    {
        if (ReceiveCount++ == 0)
        {
            FirstReceivedAt = Message.EarlierReceivedAt ?? now;
        }

        ReceivedAt = now;
        HasExpiredReceipt = false;
        return new Receipt(
            Message, new ReceiptHandle(queue, Sequence, ReceiveCount), Message.EarlierReceives + ReceiveCount, FirstReceivedAt);
    }
}
