using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Queues;

/// <summary>What was sent, and where it has been. It does not change while it is in a queue.</summary>
internal sealed record Message
{
    public required string MessageId { get; init; }

    public required string Body { get; init; }

    public required string BodyMd5 { get; init; }

    /// <summary>When it was sent: a standard dead-letter queue's retention counts from here, too.</summary>
    public required DateTimeOffset SentAt { get; init; }

    public IReadOnlyDictionary<string, MessageAttributeValue>? Attributes { get; init; }

    public string? TraceHeader { get; init; }

    public string? GroupId { get; init; }

    /// <summary>What a FIFO queue tells duplicates by: as it was sent, or made of the body. Null in a standard queue.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>How often it was received in queues that it was moved from.</summary>
    public int EarlierReceives { get; init; }

    /// <summary>When it was first received in a queue that it was moved from; null when it was not.</summary>
    public DateTimeOffset? EarlierReceivedAt { get; init; }

    /// <summary>The queue whose redrive policy moved it here; null when it was sent here.</summary>
    public string? DeadLetterSourceArn { get; init; }

    /// <summary>The same content as a message of its own, sent now.</summary>
    public Message AsNew(DateTimeOffset now) => this with
    {
        MessageId = Guid.NewGuid().ToString(),
        SentAt = now,
        EarlierReceives = 0,
        EarlierReceivedAt = null,
        DeadLetterSourceArn = null,
    };
}

/// <summary>What the sender of a message is told.</summary>
/// <param name="MessageId">The message's id.</param>
/// <param name="SequenceNumber">Its place in a FIFO queue; null in a standard queue.</param>
internal sealed record SentMessage(string MessageId, string? SequenceNumber);
