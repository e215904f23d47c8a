using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>
/// Writes items all together or not at all. With a latency the transaction stays open for so long: it has decided, its items
/// are claimed, nobody else can write them, and readers still see them as they were.
/// </summary>
internal sealed class WriteTransaction(IReadOnlyList<IWrite> writes, Target[] targets)
{
    private readonly WriteOutcome[] _outcomes = new WriteOutcome[writes.Count];

    /// <summary>What it did, in the order of its writes.</summary>
    public IReadOnlyList<WriteOutcome> Outcomes => _outcomes;

    /// <summary>Carries it out, or throws why it was cancelled. Once open it ends, whatever becomes of the caller.</summary>
    public async ValueTask RunAsync(TimeSpan latency, TimeProvider time)
    {
        if (latency <= TimeSpan.Zero)
        {
            RunAtOnce();
            return;
        }

        Open();
        await Task.Delay(latency, time, CancellationToken.None);
        Commit();
    }

    private void RunAtOnce()
    {
        using var gates = new Gates(targets);
        Decide();
        Store();
    }

    private void Open()
    {
        using var gates = new Gates(targets);
        Decide();
        foreach (var target in targets)
        {
            target.Shard.Claim(target.Key);
        }
    }

    private void Commit()
    {
        using var gates = new Gates(targets);
        Store();
        foreach (var target in targets)
        {
            target.Shard.Release(target.Key);
        }
    }

    private void Decide()
    {
        for (var i = 0; i < _outcomes.Length; i++)
        {
            _outcomes[i] = Decide(writes[i], targets[i]);
        }

        if (Array.Exists(_outcomes, outcome => outcome.Failure is not null))
        {
            throw DynamoDbErrors.TransactionCanceled([.. _outcomes.Select(outcome => outcome.Failure ?? CancellationReason.None)]);
        }
    }

    private static WriteOutcome Decide(IWrite write, Target target)
    {
        if (target.Shard.IsClaimed(target.Key))
        {
            return new WriteOutcome(null, null, CancellationReason.Conflict);
        }

        try
        {
            return write.Apply(target.Table.Live(target.Shard.Find(target.Key)), target.Table);
        }
        catch (AwsException exception) when (exception.Code == DynamoDbErrors.ValidationCode)
        {
            return new WriteOutcome(null, null, CancellationReason.Invalid(exception.Message));
        }
    }

    private void Store()
    {
        for (var i = 0; i < _outcomes.Length; i++)
        {
            targets[i].Table.Store(targets[i].Shard, targets[i].Key, _outcomes[i]);
        }
    }
}
