using Workers.Effects.Decisions;

namespace Workers.Effects.Transactions;

/// <summary>What committing asks of DynamoDB: many items read in one call, and all writes of a transaction or none.</summary>
internal interface ITransactionStore
{
    /// <summary>
    /// Reads committed items, strongly consistent. Every key asked for is answered; null where there is no item.
    /// </summary>
    /// <param name="keys">Distinct keys, of any number.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="StoreUnavailableException">Not now.</exception>
    /// <exception cref="UnfitException">Never.</exception>
    Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(
        IReadOnlyCollection<ItemKey> keys,
        CancellationToken cancellationToken);

    /// <summary>Tries one transaction, once.</summary>
    /// <param name="writes">1 to 100 writes of distinct items.</param>
    /// <param name="cancellationToken">Cancels the call; the transaction may have been committed all the same.</param>
    /// <exception cref="StoreUnavailableException">Not now. The transaction may have been committed all the same.</exception>
    /// <exception cref="UnfitException">Never.</exception>
    Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken);
}
