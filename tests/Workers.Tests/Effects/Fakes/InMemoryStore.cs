using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Effects.Transactions;
using Condition = Workers.Effects.Decisions.Condition;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Tests.Effects.Fakes;

/// <summary>DynamoDB as the effects see it, in memory. The next commits can be made to meet something.</summary>
internal sealed class InMemoryStore(TimeProvider timeProvider) : ITransactionStore, IClaimStore
{
    private readonly Dictionary<ItemKey, Item> _items = [];
    private readonly Queue<Func<Func<CommitResult>, CommitResult>> _meetings = [];

    public List<IReadOnlyCollection<ItemKey>> Reads { get; } = [];

    public List<IReadOnlyList<Write>> Commits { get; } = [];

    /// <summary>The transactions that took effect.</summary>
    public List<IReadOnlyList<Write>> Taken { get; } = [];

    /// <summary>What commits wait for before they reach the store.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What DynamoDB would never take.</summary>
    public Predicate<Write> Impossible { get; set; } = _ => false;

    /// <summary>A key that DynamoDB would never read.</summary>
    public ItemKey? Unreadable { get; set; }

    public Exception? ReadFailure { get; set; }

    public Exception? UpdateFailure { get; set; }

    /// <summary>Happens after a claim is granted and before the answer arrives.</summary>
    public Action? OnClaimed { get; set; }

    public IReadOnlyDictionary<ItemKey, Item> Items => _items;

    public Item? this[ItemKey key]
    {
        get => _items.GetValueOrDefault(key);
        set => _items[key] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The next commits are refused for their first writes, one of each kind.</summary>
    public void MeetsRefusals(int times, params IReadOnlyList<RefusalKind> kinds)
    {
        for (var i = 0; i < times; i++)
        {
            _meetings.Enqueue(_ => new CommitResult([.. kinds.Select(kind => new Refusal(kind, $"{kind} reason"))]));
        }
    }

    /// <summary>Something happens just before the next commit.</summary>
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

    public Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(
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

    public async Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
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

    public Task<ClaimAnswer> ClaimAsync(
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

        if (row?.Text("state") == "InProgress" && row.Time("leaseUntil") > timeProvider.GetUtcNow())
        {
            return Task.FromResult<ClaimAnswer>(new ClaimAnswer.Held(row.Time("leaseUntil")!.Value));
        }

        Apply(Write.Update(key).Set("state", "InProgress").Set("owner", owner).Set("leaseUntil", until)
            .Set("expiresAt", expiresAt).Add("fence", 1));
        OnClaimed?.Invoke();
        return Task.FromResult<ClaimAnswer>(new ClaimAnswer.Granted(new(key, owner, (long)this[key]!.Number("fence")!, until)));
    }

    public Task<bool> TryUpdateAsync(Update change, CancellationToken cancellationToken)
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
    public CommitResult Commit(IReadOnlyList<Write> writes)
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
        Update update => update.Conditions.All(condition => Holds(condition, this[write.Key])),
        Check check => check.Conditions.All(condition => Holds(condition, this[write.Key])),
        _ => throw new NotSupportedException(),
    };

    private static bool Holds(Condition condition, Item? item) => condition switch
    {
        Condition.NoItem => item is null,
        Condition.AnyItem => item is not null,
        Condition.Interval interval => item?.Number(interval.Name) is { } number
            && !(number < interval.Low) && !(number > interval.High),
        Condition.Same same => item?.Text(same.Name) == same.Value?.S && item?.Number(same.Name) == NumberOf(same.Value),
        _ => throw new NotSupportedException(),
    };

    private static decimal? NumberOf(AttributeValue? value) => value is null ? null : Item.Empty.With("n", value).Number("n");

    private void Apply(Write write)
    {
        if (write is Insert insert)
        {
            this[write.Key] = insert.Item;
        }

        if (write is Update update)
        {
            var item = this[write.Key] ?? Item.Empty;
            item = update.Sets.Aggregate(item, (before, set) => before.With(set.Key, set.Value));
            this[write.Key] = update.Adds.Aggregate(
                item, (before, add) => before.With(add.Key, (before.Number(add.Key) ?? 0) + add.Value));
        }
    }
}
