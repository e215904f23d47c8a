using Workers.Cli.Timing;

namespace Workers.Cli.DeadLetters;

/// <summary>One pass over a dead-letter queue that removes what a filter means.</summary>
internal sealed class Removing(DeadLetterWalk walk, IRemover remover, LetterFilter filter, TimeProvider time)
{
    private readonly List<Removal> _removals = [];
    private int _others;

    /// <summary>Says what would be removed.</summary>
    public async Task<RemovalAnswer> PlanAsync(string queue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var letters in walk.BatchesAsync(cancellationToken))
        {
            foreach (var letter in Meant(letters, now))
            {
                _removals.Add(await remover.PlanAsync(letter, cancellationToken));
            }
        }

        return new(queue, IsDryRun: true, IsInterrupted: false, _others, _removals);
    }

    /// <summary>
    /// Removes. What comes in after the beginning stays: a letter that its worker rejects again would go round for ever. Cancelling
    /// ends it between batches; the answer tells what was done until then.
    /// </summary>
    public async Task<RemovalAnswer> RemoveAsync(string queue, Pace pace, Action<double> onProgress, CancellationToken cancellationToken)
    {
        var begun = time.GetUtcNow();
        try
        {
            await foreach (var letters in walk.BatchesAsync(cancellationToken))
            {
                var meant = Meant(letters, begun);
                await RemoveAsync(meant);
                onProgress(_removals.Count + _others);
                await pace.AfterAsync(meant.Count, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(queue, IsDryRun: false, IsInterrupted: true, _others, _removals);
        }

        return new(queue, IsDryRun: false, IsInterrupted: false, _others, _removals);
    }

    private async Task RemoveAsync(List<DeadLetter> letters)
    {
        var removals = await remover.RemoveAsync(letters);
        _removals.AddRange(removals);
        var gone = removals.Where(removal => removal.Problem is null).Select(removal => removal.MessageId).ToHashSet();
        letters.FindAll(letter => gone.Contains(letter.MessageId)).ForEach(walk.Removed);
    }

    private List<DeadLetter> Meant(IReadOnlyList<DeadLetter> letters, DateTimeOffset begun)
    {
        List<DeadLetter> meant = [.. letters.Where(letter => letter.SentAt <= begun && filter.Matches(letter, begun))];
        _others += letters.Count - meant.Count;
        return meant;
    }
}
