using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Transactions;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Storage;

/// <summary>A table: its items, spread over shards by the hash of their partition key, and its indexes.</summary>
internal sealed class Table
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    // A reader of a stream asks several times a second.
    private static readonly TimeSpan OftenSweepInterval = TimeSpan.FromSeconds(1);

    private readonly Shard[] _shards;
    private readonly TimeProvider _time;
    private TableSettings _settings;

    /// <summary>An empty table; its number is another for every table.</summary>
    public Table(string name, string region, long number, KeySchema schema, TableSettings settings, TimeProvider time)
    {
        Name = name;
        Arn = $"arn:aws:dynamodb:{region}:{AwsRequest.Account}:table/{name}";
        Schema = schema;
        Created = time.GetUtcNow();
        _settings = settings;
        _time = time;
        _shards =
        [
            .. Enumerable.Range(0, HashParts.Count).Select(index => new Shard(schema, (number * HashParts.Count) + index)),
        ];
        Parts = [.. _shards.Select(shard => shard.Items)];
    }

    public string Name { get; }

    public string Arn { get; }

    public Guid Id { get; init; } = Guid.NewGuid();

    public DateTimeOffset Created { get; init; }

    public KeySchema Schema { get; }

    public TableSettings Settings => Volatile.Read(ref _settings);

    /// <summary>The indexes in the order of their names.</summary>
    public IReadOnlyList<SecondaryIndex> Indexes => Settings.Indexes;

    /// <summary>The items in the order of the hashes of their partition keys.</summary>
    public IReadOnlyList<ItemPartitions> Parts { get; }

    /// <summary>The shards, whose gates keep the items as they are.</summary>
    public IEnumerable<Shard> Shards => _shards;

    public Shard ShardOf(in ItemKey key) => _shards[HashParts.IndexOf(key.Hash)];

    /// <summary>Changes the settings. An index that is new among them has the table's items when this returns.</summary>
    public void Change(Func<TableSettings, TableSettings> change)
    {
        lock (_shards)
        {
            var before = _settings;
            Volatile.Write(ref _settings, change(before));
            foreach (var added in _settings.Indexes.Except(before.Indexes))
            {
                Backfill(added);
            }
        }
    }

    /// <summary>Puts a saved item back; nobody is told of it.</summary>
    public void Restore(AttributeMap item)
    {
        var key = Schema.KeyOf(item);
        ShardOf(key).Store(key, item);
        foreach (var index in Indexes)
        {
            index.Replace(null, item);
        }
    }

    /// <summary>The item as committed; open transactions do not show.</summary>
    public AttributeMap? Read(in ItemKey key)
    {
        var shard = ShardOf(key);
        lock (shard.Gate)
        {
            return Live(shard.Find(key));
        }
    }

    /// <summary>Carries out one write, unless an open transaction has a claim to the item.</summary>
    public WriteOutcome Write(in ItemKey key, IWrite write)
    {
        var shard = ShardOf(key);
        lock (shard.Gate)
        {
            if (shard.IsClaimed(key))
            {
                return new WriteOutcome(null, null, CancellationReason.Conflict);
            }

            var outcome = write.Apply(Live(shard.Find(key)), this);
            if (outcome.Failure is null)
            {
                Store(shard, key, outcome);
            }

            return outcome;
        }
    }

    /// <summary>Stores what a write made of an item. Callers hold the shard's gate.</summary>
    public void Store(Shard shard, in ItemKey key, in WriteOutcome outcome)
    {
        if (!ReferenceEquals(outcome.Before, outcome.After) || outcome.After is null)
        {
            // What was there may have expired, so that the write did not see it: the indexes still have it.
            var stored = shard.Store(key, outcome.After);
            foreach (var index in Indexes)
            {
                index.Replace(stored, outcome.After);
            }

            if (outcome.Before is null)
            {
                Settings.Stream?.Append(stored, null, isExpiry: true);
            }

            Settings.Stream?.Append(outcome.Before, outcome.After, isExpiry: false);
        }

        SweepNowAndThen(shard, SweepInterval);
    }

    /// <summary>Removes what has expired from everywhere, for somebody who wants to be told of it.</summary>
    public void Sweep()
    {
        if (Settings.TimeToLiveAttribute is null)
        {
            return;
        }

        foreach (var shard in _shards)
        {
            lock (shard.Gate)
            {
                SweepNowAndThen(shard, OftenSweepInterval);
            }
        }
    }

    /// <summary>The item, unless it has expired.</summary>
    public AttributeMap? Live(AttributeMap? item) =>
        item is not null && Settings.TimeToLiveAttribute is { } attribute && TimeToLive.IsGone(item, attribute, _time.GetUtcNow())
            ? null
            : item;

    /// <summary>Expired items only have to be out of sight; this gives their memory back.</summary>
    private void SweepNowAndThen(Shard shard, TimeSpan interval)
    {
        if (Settings.TimeToLiveAttribute is not { } attribute
            || _time.GetUtcNow() is var now && now - shard.Swept < interval)
        {
            return;
        }

        shard.Swept = now;
        foreach (var item in shard.Items.RemoveAll(item => TimeToLive.IsGone(item, attribute, now)))
        {
            foreach (var index in Indexes)
            {
                index.Replace(item, null);
            }

            Settings.Stream?.Append(item, null, isExpiry: true);
        }
    }

    /// <summary>Writes go to the index already; what one of them has put in is replaced by itself.</summary>
    private void Backfill(SecondaryIndex index)
    {
        foreach (var part in Parts)
        {
            lock (part.Gate)
            {
                foreach (var collection in part.InOrder())
                {
                    for (var i = 0; i < collection.Count; i++)
                    {
                        index.Replace(null, collection[i].Item);
                    }
                }
            }
        }
    }
}
