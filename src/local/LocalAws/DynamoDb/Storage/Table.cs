using LocalAws.DynamoDb.Transactions;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Storage;

/// <summary>A table: its items, spread over shards by the hash of their partition key so that requests seldom meet.</summary>
internal sealed class Table
{
    private const int ShardBits = 4;

    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

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
        _shards = [.. Enumerable.Range(0, 1 << ShardBits).Select(index => new Shard(schema, (number << ShardBits) + index))];
    }

    public string Name { get; }

    public string Arn { get; }

    public Guid Id { get; } = Guid.NewGuid();

    public DateTimeOffset Created { get; }

    public KeySchema Schema { get; }

    public TableSettings Settings => Volatile.Read(ref _settings);

    /// <summary>The shards in the order of the hashes they hold.</summary>
    public IReadOnlyList<Shard> Shards => _shards;

    public Shard ShardOf(in ItemKey key) => _shards[key.Hash >> (32 - ShardBits)];

    public static int ShardIndexOf(uint hash) => (int)(hash >> (32 - ShardBits));

    public void Change(Func<TableSettings, TableSettings> change)
    {
        lock (_shards)
        {
            Volatile.Write(ref _settings, change(_settings));
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

            var outcome = write.Apply(Live(shard.Find(key)));
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
            shard.Store(key, outcome.After);
        }

        SweepNowAndThen(shard);
    }

    /// <summary>The item, unless it has expired.</summary>
    public AttributeMap? Live(AttributeMap? item) =>
        item is not null && Settings.TimeToLiveAttribute is { } attribute && TimeToLive.IsGone(item, attribute, _time.GetUtcNow())
            ? null
            : item;

    /// <summary>Expired items only have to be out of sight; this gives their memory back.</summary>
    private void SweepNowAndThen(Shard shard)
    {
        if (Settings.TimeToLiveAttribute is { } attribute && _time.GetUtcNow() is var now && now - shard.Swept >= SweepInterval)
        {
            shard.Swept = now;
            shard.RemoveAll(item => TimeToLive.IsGone(item, attribute, now));
        }
    }
}
