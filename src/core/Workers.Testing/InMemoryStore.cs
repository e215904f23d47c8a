using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Effects.Transactions;

namespace Workers.Testing;

/// <summary>
/// DynamoDB's tables as decisions see them, in memory: every condition of a commit holds, or nothing is written. The next commits can be
/// made to meet something.
/// </summary>
/// <param name="timeProvider">The clock by which claims lapse.</param>
public sealed class InMemoryStore(TimeProvider timeProvider) : ITransactionStore, IClaimStore
{
    private readonly Dictionary<ItemKey, Item> _items = [];
    private readonly Queue<Func<Func<CommitResult>, CommitResult>> _meetings = [];

    internal List<IReadOnlyCollection<ItemKey>> Reads { get; } = [];

    internal List<IReadOnlyList<Write>> Commits { get; } = [];

    /// <summary>The transactions that took effect.</summary>
    internal List<IReadOnlyList<Write>> Taken { get; } = [];

    /// <summary>What commits wait for before they reach the store.</summary>
    internal Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What DynamoDB would never take.</summary>
    internal Predicate<Write> Impossible { get; set; } = _ => false;

    /// <summary>A key that DynamoDB would never read.</summary>
    internal ItemKey? Unreadable { get; set; }

    internal Exception? ReadFailure { get; set; }

    internal Exception? UpdateFailure { get; set; }

    /// <summary>Happens after a claim is granted and before the answer arrives.</summary>
    internal Action? OnClaimed { get; set; }

    /// <summary>Every item there is, markers included.</summary>
    public IReadOnlyDictionary<ItemKey, Item> Items => _items;

    /// <summary>One item; null where there is none.</summary>
    public Item? this[ItemKey key]
    {
        get => _items.GetValueOrDefault(key);
        set => _items[key] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The next commits are refused for their first writes, one of each kind.</summary>
    internal void MeetsRefusals(int times, params IReadOnlyList<RefusalKind> kinds)
    {
        for (var i = 0; i < times; i++)
        {
            _meetings.Enqueue(_ => new CommitResult([.. kinds.Select(kind => new Refusal(kind, $"{kind} reason"))]));
        }
    }

    /// <summary>Something happens just before the next commit, such as another worker's write.</summary>
    public void MeetsFirst(Action rival) => _meetings.Enqueue(commit =>
    {
        rival();
        return commit();
    });

    /// <summary>The next commit does not reach the store.</summary>
    public void MeetsOutage() => _meetings.Enqueue(_ => throw new StoreUnavailableException("Away."));

    /// <summary>The next commit takes effect, and its answer is lost.</summary>
    public void LosesAnswer() => _meetings.Enqueue(commit =>
    {
        commit();
        throw new StoreUnavailableException("The answer was lost.");
    });

    Task<IReadOnlyDictionary<ItemKey, Item?>> ITransactionStore.ReadAsync(
        IReadOnlyCollection<ItemKey> keys,
        CancellationToken cancellationToken)
    {
        Reads.Add(keys);
        if (Unreadable is { } unreadable && keys.Contains(unreadable))
        {
            throw new ImpossibleRequestException("DynamoDB refuses the key.");
        }

        return ReadFailure is { } failure
            ? throw failure
            : Task.FromResult<IReadOnlyDictionary<ItemKey, Item?>>(keys.ToDictionary(key => key, key => this[key]));
    }

    async Task<CommitResult> ITransactionStore.CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Commits.Add(writes);
        await Gate.WaitAsync(cancellationToken);
        if (writes.Count > 100 || writes.DistinctBy(write => write.Key).Count() < writes.Count || writes.Any(write => Impossible(write)))
        {
            throw new ImpossibleRequestException("DynamoDB refuses the request.");
        }

        return _meetings.TryDequeue(out var meeting) ? meeting(() => Commit(writes)) : Commit(writes);
    }

    Task<ClaimAnswer> IClaimStore.ClaimAsync(
        ItemKey key,
        string owner,
        DateTimeOffset until,
        long expiresAt,
        CancellationToken cancellationToken)
    {
        ThrowUpdateFailure();
        var row = this[key];
        if (row is not null && ClaimRow.IsCompleted(row))
        {
            return Task.FromResult<ClaimAnswer>(new ClaimAnswer.Completed(row));
        }

        if (row?.Text(ClaimRow.State) == ClaimRow.InProgress && row.Time(ClaimRow.LeaseUntil) > timeProvider.GetUtcNow())
        {
            return Task.FromResult<ClaimAnswer>(new ClaimAnswer.Held(row.Time(ClaimRow.LeaseUntil)!.Value));
        }

        Apply(Write.Update(key)
            .Set(ClaimRow.State, ClaimRow.InProgress).Set(ClaimRow.Owner, owner).Set(ClaimRow.LeaseUntil, until)
            .Set(Markers.ExpiresAt, expiresAt).Add(ClaimRow.Fence, 1));
        OnClaimed?.Invoke();
        return Task.FromResult<ClaimAnswer>(new ClaimAnswer.Granted(new(key, owner, (long)this[key]!.Number(ClaimRow.Fence)!, until)));
    }

    Task<bool> IClaimStore.TryUpdateAsync(Update change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowUpdateFailure();
        if (!Holds(change))
        {
            return Task.FromResult(false);
        }

        Apply(change);
        return Task.FromResult(true);
    }

    private void ThrowUpdateFailure()
    {
        if (UpdateFailure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>A transaction, or another worker's.</summary>
    internal CommitResult Commit(IReadOnlyList<Write> writes)
    {
        if (!writes.All(Holds))
        {
            return new([.. writes.Select(write =>
                Holds(write) ? null : new Refusal(RefusalKind.ConditionFailed, "ConditionalCheckFailed", this[write.Key]))]);
        }

        foreach (var write in writes)
        {
            Apply(write);
        }

        Taken.Add(writes);
        return CommitResult.Committed;
    }

    private bool Holds(Write write) => write switch
    {
        Insert => this[write.Key] is null,
        Update update => update.Conditions.All(condition => condition.HoldsFor(this[write.Key])),
        Check check => check.Conditions.All(condition => condition.HoldsFor(this[write.Key])),
        _ => throw new NotSupportedException(),
    };

    private void Apply(Write write)
    {
        if (write is Insert insert)
        {
            this[write.Key] = insert.Item.Attributes.Aggregate(Keys(write), (item, attribute) => item.With(attribute.Key, attribute.Value));
        }

        if (write is Update update)
        {
            var item = this[write.Key] ?? Keys(write);
            item = update.Sets.Aggregate(item, (before, set) => before.With(set.Key, set.Value));
            this[write.Key] = update.Adds.Aggregate(
                item, (before, add) => before.With(add.Key, (before.Number(add.Key) ?? 0) + add.Value));
        }
    }

    private static Item Keys(Write write) => new(write.Key.ToAttributes());
}
