namespace Workers.Operations.DeadLetters;

/// <summary>What a redrive or a discard did.</summary>
/// <param name="Queue">The dead-letter queue, prefix included.</param>
/// <param name="IsDryRun">Whether nothing was done.</param>
/// <param name="IsInterrupted">Whether it ended before the queue's end.</param>
/// <param name="Others">How many dead letters were looked at and left, because they were not meant or came in meanwhile.</param>
/// <param name="CameBack">How many of those that were redriven were dead letters again before the command ended.</param>
/// <param name="Removals">What became of each that was meant.</param>
internal sealed record RemovalAnswer(
    string Queue, bool IsDryRun, bool IsInterrupted, int Others, int CameBack, IReadOnlyList<Removal> Removals)
{
    /// <summary>Those that did not go as they should.</summary>
    public IEnumerable<Removal> Problems() => Removals.Where(removal => removal.Problem is not null);
}
