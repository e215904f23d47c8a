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
    Task<IReadOnlyList<EntryFailure>> DeleteAsync(
        IReadOnlyList<ReceivedMessage> messages, CancellationToken cancellationToken);

    /// <summary>Sets from now on how long messages stay invisible.</summary>
    Task<IReadOnlyList<EntryFailure>> ChangeVisibilityAsync(
        IReadOnlyList<VisibilityChange> changes, CancellationToken cancellationToken);

    /// <summary>Sends copies to the dead-letter queue; the messages themselves stay where they are.</summary>
    Task<IReadOnlyList<EntryFailure>> DeadLetterAsync(
        IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken);
}
