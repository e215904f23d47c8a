using Workers.Effects.Decisions;
using Workers.Effects.Transactions;

namespace Workers.Effects.Grouping;

/// <summary>Where messages wait for a group: for a few milliseconds, until it is full, or while the one before is committed.</summary>
/// <param name="linger">How long the first of them waits at most while nothing else is under way.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class Gathering(TimeSpan linger, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Member> _waiting = [];
    private TaskCompletionSource? _full;
    private int _fullAt;
    private int _weight;
    private bool _isServed;

    /// <summary>Lets a message wait. True when nobody serves: then the caller must, by taking until nothing is left.</summary>
    public bool Add(Member member)
    {
        TaskCompletionSource? full;
        bool wasServed;
        lock (_lock)
        {
            _waiting.AddLast(member);
            _weight += member.Weight;
            full = IsFull ? _full : null;
            (wasServed, _isServed) = (_isServed, true);
        }

        // Outside the lock, for what waits for it goes on in here.
        full?.TrySetResult();
        return !wasServed;
    }

    /// <summary>Puts members before all others, in their order.</summary>
    public void PutFirst(IEnumerable<Member> members)
    {
        lock (_lock)
        {
            foreach (var member in members.Reverse())
            {
                _waiting.AddFirst(member);
                _weight += member.Weight;
            }
        }
    }

    /// <summary>The members of the next group; none when nothing waits, and then nobody serves any more.</summary>
    public async Task<IReadOnlyList<Member>> TakeAsync(int most)
    {
        if (PrepareWait(most) is { } full)
        {
            await full.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        lock (_lock)
        {
            _full = null;
            var members = Take(most);
            _isServed = members.Count > 0;
            return members;
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

    private List<Member> Take(int most)
    {
        var members = new List<Member>();
        var reads = new HashSet<ItemKey>();
        while (members.Count < most && _waiting.First is { Value: var member })
        {
            var more = 1 + member.Message.Reads.Count(key => !reads.Contains(key));
            var fits = members.Count + reads.Count + more <= DynamoLimits.ActionsPerTransaction;
            if (members.Count > 0 && !fits)
            {
                break;
            }

            _waiting.RemoveFirst();
            _weight -= member.Weight;
            if (member.CancellationToken.IsCancellationRequested)
            {
                member.Fail(new OperationCanceledException());
                continue;
            }

            members.Add(member);
            reads.UnionWith(member.Message.Reads);
        }

        return members;
    }
}
