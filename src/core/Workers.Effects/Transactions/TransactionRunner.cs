using Workers.Effects.Decisions;
using Workers.Events;

namespace Workers.Effects.Transactions;

/// <summary>Commits a transaction, and tries again as often as others are in its way.</summary>
internal sealed class TransactionRunner(ITransactionStore store, RetryPauses pauses, EffectsMetrics metrics)
{
    /// <summary>Commits all writes or none. The answer is either committed, or cancelled by a condition that does not hold.</summary>
    /// <param name="writes">1 to 100 writes of distinct items, each found to fit.</param>
    /// <param name="cancellationToken">Cancels the attempts; the transaction may have been committed all the same.</param>
    /// <param name="onContended">Called each time that another transaction or a throttle was in the way.</param>
    /// <exception cref="StoreUnavailableException">Not now. The transaction may have been committed all the same.</exception>
    /// <exception cref="ImpossibleRequestException">Never.</exception>
    public async Task<CommitResult> CommitAsync(
        IReadOnlyList<Write> writes, CancellationToken cancellationToken, Action? onContended = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await store.CommitAsync(writes, cancellationToken);
            if (result.IsContended)
            {
                metrics.Contended();
                onContended?.Invoke();
            }

            if (result.IsCommitted || result.ConditionFailed)
            {
                return result;
            }

            if (result.ImpossibleReason is { } reason)
            {
                throw new ImpossibleRequestException(reason);
            }

            if (!await pauses.TryPauseAsync(attempt, cancellationToken))
            {
                throw new StoreUnavailableException(
                    $"The transaction was in conflict or throttled {attempt} times.", failure: AwsFailure.Throttled);
            }
        }
    }
}
