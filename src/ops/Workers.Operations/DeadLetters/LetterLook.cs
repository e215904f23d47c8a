namespace Workers.Operations.DeadLetters;

/// <summary>Dead letters that were looked at, and are visible again.</summary>
/// <param name="Letters">Those that were meant, oldest first.</param>
/// <param name="Others">How many more were looked at and not meant.</param>
/// <param name="IsWhole">Whether the whole queue was looked at; false where the limit came first.</param>
internal sealed record LetterLook(IReadOnlyList<DeadLetter> Letters, int Others, bool IsWhole)
{
    /// <summary>Looks at dead letters. They are hidden meanwhile.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="dlq">The dead-letter queue's unprefixed name.</param>
    /// <param name="filter">Which are meant.</param>
    /// <param name="limit">How many to look for at most.</param>
    /// <param name="cancellationToken">Ends the look between receives.</param>
    public static async Task<LetterLook> AtAsync(
        FleetAccess fleet, string dlq, LetterFilter filter, int limit, CancellationToken cancellationToken)
    {
        var now = fleet.Time.GetUtcNow();
        var (found, others) = (new List<DeadLetter>(), 0);
        await using var walk = new DeadLetterWalk(fleet.Aws.Sqs, await fleet.QueueUrlAsync(dlq, cancellationToken));
        await foreach (var letters in walk.BatchesAsync(cancellationToken))
        {
            found.AddRange(letters.Where(letter => filter.Matches(letter, now)));
            others += letters.Count(letter => !filter.Matches(letter, now));
            if (found.Count > limit)
            {
                break;
            }
        }

        return new([.. found.Take(limit).OrderBy(letter => letter.SentAt)], others, found.Count <= limit);
    }
}
