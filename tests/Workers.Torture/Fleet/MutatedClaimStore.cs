using Workers.Effects.Decisions;
using Workers.Effects.Leases;

namespace Workers.Torture.Fleet;

/// <summary>Claims whose completed rows seem to have nothing to publish.</summary>
internal sealed class MutatedClaimStore(IClaimStore store) : IClaimStore
{
    public async Task<ClaimAnswer> ClaimAsync(
        ItemKey key, string owner, DateTimeOffset until, long expiresAt, CancellationToken cancellationToken) =>
        await store.ClaimAsync(key, owner, until, expiresAt, cancellationToken) is var answer
            && answer is ClaimAnswer.Completed { Row: var row }
                ? new ClaimAnswer.Completed(MutatedTransactionStore.WithoutEvents(row))
                : answer;

    public Task<bool> TryUpdateAsync(Update change, CancellationToken cancellationToken) =>
        store.TryUpdateAsync(change, cancellationToken);
}
