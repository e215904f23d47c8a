using Workers.Effects.Decisions;
using Workers.Effects.Transactions;

namespace Workers.Effects.Leases;

/// <summary>Conditional writes, each list of them a transaction of its own.</summary>
internal sealed class ConditionalWrites(TransactionRunner transactions) : IConditionalWrites
{
    public async Task<WriteResult> TryWriteAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        var result = await transactions.CommitAsync(writes, cancellationToken);
        return result.IsCommitted
            ? new(IsWritten: true)
            : new(IsWritten: false, result.Refusals.First(refusal => refusal is { Kind: RefusalKind.ConditionFailed })!.Existing);
    }
}
