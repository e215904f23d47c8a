namespace Workers.Engine.Queues;

/// <summary>
/// One queue and its dead-letter queue, in the calls that consuming takes. A batch holds at most ten entries; what comes back
/// are the entries that failed. Every call throws <see cref="QueueCallException"/> when it failed as a whole.
/// </summary>
internal interface IMessageQueue
{
    /// <summary>The most that one call takes or brings, by SQS's limit.</summary>
    const int BatchSize = 10;

    /// <summary>Waits for messages as long as a poll lasts. Cancelling it strands what SQS is just handing out.</summary>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>Deletes messages by the receipts they carry.</summary>
    Task<IReadOnlyList<EntryFailure>> DeleteAsync(IReadOnlyList<ReceivedMessage> messages, CancellationToken cancellationToken);

    /// <summary>Sets from now on how long messages stay invisible.</summary>
    Task<IReadOnlyList<EntryFailure>> ChangeVisibilityAsync(IReadOnlyList<VisibilityChange> changes, CancellationToken cancellationToken);

    /// <summary>Sends copies to the queue itself, each shown after its delay; the messages themselves stay where they are.</summary>
    Task<IReadOnlyList<EntryFailure>> SendAgainAsync(IReadOnlyList<DelayedCopy> copies, CancellationToken cancellationToken);

    /// <summary>Sends copies to the dead-letter queue; the messages themselves stay where they are.</summary>
    Task<IReadOnlyList<EntryFailure>> DeadLetterAsync(IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken);
}

/// <summary>One receive of one message.</summary>
/// <param name="MessageId">The same for every receive of the message.</param>
/// <param name="ReceiptHandle">Another for each receive; the newest is the one to use.</param>
/// <param name="Body">As it was sent.</param>
/// <param name="ReceiveCount">This receive included.</param>
/// <param name="FirstReceivedAt">When SQS first handed the message out.</param>
/// <param name="SentAt">When it came into the queue.</param>
/// <param name="GroupId">Its group; null where it has none.</param>
internal sealed record ReceivedMessage(
    string MessageId,
    string ReceiptHandle,
    string Body,
    int ReceiveCount,
    DateTimeOffset FirstReceivedAt,
    DateTimeOffset SentAt,
    string? GroupId = null);

/// <summary>How long a message is to stay invisible from now on.</summary>
internal sealed record VisibilityChange(ReceivedMessage Message, TimeSpan Visibility)
{
    /// <summary>SQS counts in whole seconds; part of one is rounded up, so that no wait becomes none.</summary>
    public int Seconds => (int)Math.Ceiling(Visibility.TotalSeconds);
}

/// <summary>A message that is to come again later, as another message with the same body.</summary>
internal sealed record DelayedCopy(ReceivedMessage Message, TimeSpan Delay)
{
    /// <summary>In whole seconds, as SQS counts; part of one is rounded up, so that the copy does not come before its time.</summary>
    public int Seconds => (int)Math.Ceiling(Delay.TotalSeconds);
}

/// <summary>A message on its way to the dead-letter queue, and why.</summary>
internal sealed record DeadLetter(ReceivedMessage Message, string Reason, string? ExceptionType, string? EventId, DateTimeOffset Time)
{
    /// <summary>Who failed or rejected it; null where no handler had it.</summary>
    public string? Handler { get; init; }

    /// <summary>Where in the handler's own code it failed; null where nobody can tell.</summary>
    public string? Place { get; init; }

    /// <summary>SQS's id of the letter, once it is sent.</summary>
    public string? LetterId { get; set; }
}

/// <summary>One entry of a batch that SQS did not carry out, although the call succeeded.</summary>
/// <param name="Index">Its place in the batch. Message ids would not do: one message may be in a batch twice.</param>
/// <param name="Code">SQS's error code.</param>
/// <param name="ReceiptIsGone">The receipt is not valid any more; another try is useless.</param>
internal sealed record EntryFailure(int Index, string Code, bool ReceiptIsGone);

/// <summary>A call to SQS failed after the client's own retries.</summary>
internal sealed class QueueCallException(string call, bool throttled, Exception innerException)
    : Exception($"{call} failed: {innerException.Message}", innerException)
{
    /// <summary>SQS works, but we ask too often.</summary>
    public bool Throttled { get; } = throttled;
}
