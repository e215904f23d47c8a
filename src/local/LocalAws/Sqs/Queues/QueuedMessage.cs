using System.Globalization;

namespace LocalAws.Sqs.Queues;

/// <summary>Where a message stands.</summary>
internal enum MessageState
{
    /// <summary>The next receive may take it. Sending puts it here, and so does the end of a delay or a visibility timeout.</summary>
    Visible,

    /// <summary>Sent with a delay that is not over.</summary>
    Delayed,

    /// <summary>Received, not deleted, its visibility timeout not over.</summary>
    InFlight,
}

/// <summary>A message's life in one queue. Changed by its queue only, under the queue's lock.</summary>
internal sealed class QueuedMessage
{
    // As on AWS they have 20 digits and grow, but not by one.
    private const ulong FirstSequenceNumber = 10_000_000_000_000_000_000;
    private const ulong SequenceStep = 256;

    public QueuedMessage(Message message, long sequence)
    {
        Message = message;
        Sequence = Place = sequence;
        Node = new LinkedListNode<QueuedMessage>(this);
    }

    public Message Message { get; }

    /// <summary>Its number in this queue: what receipts refer to, and what tells equal times apart.</summary>
    public long Sequence { get; }

    /// <summary>Its place among the messages of a standard queue: that of its sequence, unless a fault moved it.</summary>
    public long Place { get; set; }

    /// <summary>Its place among the messages of its group in a FIFO queue.</summary>
    public LinkedListNode<QueuedMessage> Node { get; }

    /// <summary>Its group in a FIFO queue, where every message has one.</summary>
    public string GroupId => Message.GroupId!;

    /// <summary>Its number as a FIFO queue's clients see it, 20 digits; null in a standard queue.</summary>
    public string? SequenceNumber => Message.DeduplicationId is null
        ? null
        : (FirstSequenceNumber + ((ulong)Sequence * SequenceStep)).ToString(CultureInfo.InvariantCulture);

    public MessageState State { get; set; }

    /// <summary>When it became visible, or will if it is delayed or in flight.</summary>
    public DateTimeOffset VisibleAt { get; set; }

    /// <summary>How often it was received in this queue: what the redrive policy counts.</summary>
    public int ReceiveCount { get; set; }

    /// <summary>Whether the latest receipt has no hold on it any more.</summary>
    public bool HasExpiredReceipt { get; set; }

    /// <summary>Whether it has left the queue.</summary>
    public bool IsGone { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset FirstReceivedAt { get; set; }

    /// <summary>
    /// The message as it goes on to the dead-letter queue: still itself, with where it comes from. Its retention goes on; that of a FIFO
    /// queue's message begins anew.
    /// </summary>
    public Message AsDeadLetter(SqsQueue source, DateTimeOffset now) => Message with
    {
        SentAt = source.IsFifo ? now : Message.SentAt,
        DeadLetterSourceArn = source.Name.Arn,
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
            Message,
            new ReceiptHandle(queue, Sequence, ReceiveCount),
            Message.EarlierReceives + ReceiveCount,
            FirstReceivedAt,
            SequenceNumber);
    }
}
