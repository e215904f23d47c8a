using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Data;

/// <summary>Everything that SQS holds, as it is saved.</summary>
internal sealed record SqsState(IReadOnlyList<QueueState> Queues, IReadOnlyList<MoveTaskState> Moves);

/// <summary>A queue as it is saved.</summary>
/// <param name="Region">Its region.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ModifiedAt">When its attributes were changed last.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Messages">Its messages.</param>
internal sealed record QueueState(
    string Region,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyDictionary<string, string> Tags,
    MessagesState Messages);

/// <summary>What is in a queue, as it is saved.</summary>
/// <param name="Tag">What the queue's receipt handles are known by.</param>
/// <param name="LastSequence">The last number that a message got.</param>
/// <param name="PurgedAt">When it was purged last; null when it never was.</param>
/// <param name="Messages">The messages, in no order.</param>
/// <param name="Leaving">Those that are on their way to a dead-letter queue.</param>
/// <param name="Deduplication">What a FIFO queue was sent.</param>
internal sealed record MessagesState(
    long Tag,
    long LastSequence,
    DateTimeOffset? PurgedAt,
    IReadOnlyList<QueuedMessageState> Messages,
    IReadOnlyList<DeadLetterState> Leaving,
    DeduplicationState Deduplication);

/// <summary>A message in its queue, as it is saved.</summary>
internal readonly record struct QueuedMessageState(long Sequence, long Place, MessageState State, DateTimeOffset VisibleAt, Message Message)
{
    public int ReceiveCount { get; init; }

    public bool HasExpiredReceipt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset FirstReceivedAt { get; init; }

    public static QueuedMessageState Of(QueuedMessage queued) =>
        new(queued.Sequence, queued.Place, queued.State, queued.VisibleAt, queued.Message)
        {
            ReceiveCount = queued.ReceiveCount,
            HasExpiredReceipt = queued.HasExpiredReceipt,
            ReceivedAt = queued.ReceivedAt,
            FirstReceivedAt = queued.FirstReceivedAt,
        };

    /// <summary>The message, visible; its queue hides it if it was hidden.</summary>
    public QueuedMessage Restore() => new(Message, Sequence)
    {
        Place = Place,
        VisibleAt = VisibleAt,
        ReceiveCount = ReceiveCount,
        HasExpiredReceipt = HasExpiredReceipt,
        ReceivedAt = ReceivedAt,
        FirstReceivedAt = FirstReceivedAt,
    };
}

/// <summary>A message on its way to a dead-letter queue, as it is saved.</summary>
internal sealed record DeadLetterState(string QueueArn, Message Message);

/// <summary>What a FIFO queue was sent, as it is saved.</summary>
/// <param name="IsByGroup">Whether groups have ids of their own.</param>
/// <param name="Sent">What was answered, by id.</param>
internal sealed record DeduplicationState(bool IsByGroup, IReadOnlyList<SentState> Sent);

/// <summary>What was answered for a deduplication id, and until when it is answered again.</summary>
internal sealed record SentState(string Key, DateTimeOffset Until, SentMessage Sent);

/// <summary>A move task as it is saved.</summary>
internal sealed record MoveTaskState(string TaskId, string SourceArn, DateTimeOffset StartedAt, int ToMove)
{
    public string? DestinationArn { get; init; }

    public int? PerSecond { get; init; }

    public int Moved { get; init; }

    public string? Failure { get; init; }

    public bool IsCancelled { get; init; }

    public bool IsRunning { get; init; }
}
