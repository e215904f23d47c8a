namespace Workers.Operations.DeadLetters;

/// <summary>Dead letters by their fingerprints, the most frequent first.</summary>
/// <param name="Queue">Where they are, prefix included.</param>
/// <param name="Groups">The groups.</param>
/// <param name="IsWhole">Whether the whole queue was looked at; false where the limit came first.</param>
internal sealed record LetterGroups(string Queue, IReadOnlyList<LetterGroup> Groups, bool IsWhole);

/// <summary>Dead letters of one fingerprint.</summary>
/// <param name="Fingerprint">What they have in common.</param>
/// <param name="Count">How many were seen.</param>
/// <param name="First">When the oldest of them came in.</param>
/// <param name="Last">When the newest came in.</param>
/// <param name="Event">The event of the oldest, where its body says.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="MessageId">Its message id, to show it by.</param>
internal sealed record LetterGroup(
    Fingerprint Fingerprint, int Count, DateTimeOffset First, DateTimeOffset Last, string? Event, string Reason, string MessageId)
{
    public static IReadOnlyList<LetterGroup> Of(IEnumerable<DeadLetter> letters) =>
    [
        .. letters.GroupBy(Fingerprint.Of)
            .Select(group => Of(group.Key, [.. group.OrderBy(letter => letter.SentAt)]))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.First),
    ];

    private static LetterGroup Of(Fingerprint fingerprint, IReadOnlyList<DeadLetter> letters) => new(
        fingerprint, letters.Count, letters[0].SentAt, letters[^1].SentAt, letters[0].Event, letters[0].Reason, letters[0].MessageId);
}
