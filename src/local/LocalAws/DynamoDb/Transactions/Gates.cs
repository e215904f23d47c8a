using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>Holds the gates of several shards at once. They are entered in one order everywhere, so nobody waits in a circle.</summary>
internal readonly ref struct Gates
{
    private readonly List<Shard> _shards;

    public Gates(IEnumerable<Target> targets)
    {
        _shards = [.. targets.Select(target => target.Shard).DistinctBy(shard => shard.Order).OrderBy(shard => shard.Order)];
        foreach (var shard in _shards)
        {
            shard.Gate.Enter();
        }
    }

    public void Dispose()
    {
        foreach (var shard in _shards)
        {
            shard.Gate.Exit();
        }
    }
}
