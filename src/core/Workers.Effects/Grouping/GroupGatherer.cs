using Workers.Effects.Decisions;
using Workers.Effects.Transactions;

namespace Workers.Effects.Grouping;

/// <summary>
/// Where pending decisions wait for others to share a group: for a few milliseconds, until it is full, or while a commit is under
/// way.
/// </summary>
/// <param name="linger">How long the first of them waits at most while nothing else is under way.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class GroupGatherer(TimeSpan linger, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<PendingDecision> _waiting = [];
    private TaskCompletionSource? _full;
    private int _fullAt;
    private int _weight;
    private bool _isTaken;

    /// <summary>
    /// Lets a message wait. True when no loop takes groups: then the caller must start one, which takes until nothing is left.
    /// </summary>
    public bool Add(PendingDecision pending)
    {
        TaskCompletionSource? full;
        bool wasTaken;
        lock (_lock)
        {
            _waiting.AddLast(pending);
            _weight += pending.Weight;
            full = IsFull ? _full : null;
            (wasTaken, _isTaken) = (_isTaken, true);
        }

        // Outside the lock, because the loop may continue inside this call.
        full?.TrySetResult();
        return !wasTaken;
    }

    /// <summary>Puts pending decisions before all others, in their order.</summary>
    public void PutFirst(IEnumerable<PendingDecision> decisions)
    {
        lock (_lock)
        {
            foreach (var pending in decisions.Reverse())
            {
                _waiting.AddFirst(pending);
                _weight += pending.Weight;
            }
        }
    }

    /// <summary>The next group; empty when nothing waits, and then the loop that asked must end.</summary>
    public async Task<IReadOnlyList<PendingDecision>> TakeAsync(int most)
    {
        if (PrepareWait(most) is { } full)
        {
            await full.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        lock (_lock)
        {
            _full = null;
            var group = Take(most);
            _isTaken = group.Count > 0;
            return group;
        }
    }

    private bool IsFull => _waiting.Count >= _fullAt || _weight >= DynamoLimits.ActionsPerTransaction;

    /// <summary>Ends when the group is full or has lingered; null when it need not.</summary>
    private Task? PrepareWait(int most)
    {
        lock (_lock)
        {
            _fullAt = most;
            if (_waiting.First is not { Value: var first } || IsFull)
            {
                return null;
            }

            var left = linger - timeProvider.GetElapsedTime(first.ArrivedAt);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            _full = new();
            return _full.Task.WaitAsync(left, timeProvider);
        }
    }

    private List<PendingDecision> Take(int most)
    {
        var group = new List<PendingDecision>();
        var reads = new HashSet<ItemKey>();
        while (group.Count < most && _waiting.First is { Value: var pending })
        {
            var more = 1 + pending.Reads.Count(key => !reads.Contains(key));
            var fits = group.Count + reads.Count + more <= DynamoLimits.ActionsPerTransaction;
            if (group.Count > 0 && !fits)
            {
                break;
            }

            _waiting.RemoveFirst();
            _weight -= pending.Weight;
            if (pending.CancellationToken.IsCancellationRequested)
            {
                pending.Fail(new OperationCanceledException());
                continue;
            }

            group.Add(pending);
            reads.UnionWith(pending.Reads);
        }

        return group;
    }
}
