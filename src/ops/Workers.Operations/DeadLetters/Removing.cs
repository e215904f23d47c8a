using Workers.Operations.Timing;

namespace Workers.Operations.DeadLetters;

/// <summary>One pass over a dead-letter queue that removes what a filter means.</summary>
internal sealed class Removing(DeadLetterWalk walk, IRemover remover, LetterFilter filter, TimeProvider time)
{
    private readonly List<Removal> _removals = [];
    private readonly HashSet<string> _taken = [];
    private readonly QueueClock _clock = new(time);
    private readonly DateTimeOffset _now = time.GetUtcNow();
    private int _others;
    private int _cameBack;

    /// <summary>Whether one that came back ends it.</summary>
    /// <value>No: the others go on.</value>
    public bool StopsWhenOneComesBack { get; init; }

    /// <summary>Says what would be removed.</summary>
    public async Task<RemovalAnswer> PlanAsync(string queue, CancellationToken cancellationToken)
    {
        await foreach (var letters in walk.BatchesAsync(cancellationToken))
        {
            foreach (var letter in Meant(letters))
            {
                _removals.Add(await remover.PlanAsync(letter, cancellationToken));
            }
        }

        return Answer(queue, isDryRun: true, isInterrupted: false);
    }

    /// <summary>
    /// Removes. What comes in after the beginning stays: a letter that its worker rejects again would go round for ever. Nor is
    /// an event, or a body without one, sent back twice, whatever the clocks say. Cancelling ends it between batches; the answer tells what
    /// was done until then.
    /// </summary>
    public async Task<RemovalAnswer> RemoveAsync(string queue, Pace pace, Action<double> onProgress, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var letters in walk.BatchesAsync(cancellationToken))
            {
                var meant = Meant(letters);
                if (StopsWhenOneComesBack && _cameBack > 0)
                {
                    break;
                }

                await RemoveAsync(meant);
                onProgress(_removals.Count + _others + _cameBack);
                await pace.AfterAsync(meant.Count, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Answer(queue, isDryRun: false, isInterrupted: true);
        }

        return Answer(queue, isDryRun: false, isInterrupted: false);
    }

    private async Task RemoveAsync(List<DeadLetter> letters)
    {
        var removals = await remover.RemoveAsync(letters);
        _removals.AddRange(removals);
        var gone = removals.Where(removal => removal.Problem is null).Select(removal => removal.MessageId).ToHashSet();
        letters.FindAll(letter => gone.Contains(letter.MessageId)).ForEach(walk.Removed);
    }

    private List<DeadLetter> Meant(IReadOnlyList<DeadLetter> letters)
    {
        _clock.Learn(letters);
        var meant = new List<DeadLetter>();
        foreach (var letter in letters)
        {
            var isNew = _clock.IsNew(letter);
            if (isNew && _taken.Contains(Identity(letter)))
            {
                _cameBack++;
            }
            else if (!isNew && filter.Matches(letter, _now) && MayBeTaken(letter))
            {
                meant.Add(letter);
            }
            else
            {
                _others++;
            }
        }

        return meant;
    }

    private bool MayBeTaken(DeadLetter letter) => !remover.MayBringBack || _taken.Add(Identity(letter));

    // What comes back has another message id and the same body.
    private static string Identity(DeadLetter letter) => letter.EventId ?? letter.Body;

    private RemovalAnswer Answer(string queue, bool isDryRun, bool isInterrupted) =>
        new(queue, isDryRun, isInterrupted, _others, _cameBack, _removals);
}
