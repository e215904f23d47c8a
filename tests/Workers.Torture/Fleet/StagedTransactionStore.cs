using Workers.Effects.Decisions;
using Workers.Effects.Transactions;

namespace Workers.Torture.Fleet;

/// <summary>Transactions that pass the stages before and after their commit.</summary>
internal sealed class StagedTransactionStore(Stages stages, ITransactionStore store) : ITransactionStore
{
    public Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(
        IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken) => store.ReadAsync(keys, cancellationToken);

    public async Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        stages.Reached(Stage.AfterDecide);
        var result = await store.CommitAsync(writes, cancellationToken);
        if (result.IsCommitted)
        {
            stages.Reached(Stage.AfterCommit);
        }

        return result;
    }
}
