namespace Workers.Operations.DeadLetters;

/// <summary>Dead letters, oldest first.</summary>
/// <param name="Queue">Where they are, prefix included.</param>
/// <param name="Letters">Those that were meant.</param>
/// <param name="Others">How many more were looked at and not meant.</param>
/// <param name="IsWhole">Whether the whole queue was looked at; false where the limit came first.</param>
internal sealed record ListAnswer(string Queue, IReadOnlyList<LetterView> Letters, int Others, bool IsWhole);

/// <summary>Dead letters of every dead-letter queue, where none was named.</summary>
/// <param name="Queues">Each queue's.</param>
internal sealed record ListsAnswer(IReadOnlyList<ListAnswer> Queues);
