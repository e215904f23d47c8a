using Workers.Effects.Decisions;
using Workers.Events;

namespace Workers.Effects.Transactions;

/// <summary>What committing asks of DynamoDB: many items read in one call, and all writes of a transaction or none.</summary>
internal interface ITransactionStore
{
    /// <summary>Reads committed items, strongly consistent. Every key asked for is answered; null where there is no item.</summary>
    /// <param name="keys">Distinct keys, of any number.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="StoreUnavailableException">Not now.</exception>
    /// <exception cref="ImpossibleRequestException">Never.</exception>
    Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken);

    /// <summary>Tries one transaction, once.</summary>
    /// <param name="writes">1 to 100 writes of distinct items.</param>
    /// <param name="cancellationToken">Cancels the call; the transaction may have been committed all the same.</param>
    /// <exception cref="StoreUnavailableException">Not now. The transaction may have been committed all the same.</exception>
    /// <exception cref="ImpossibleRequestException">Never.</exception>
    Task<CommitResult> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken);
}

/// <summary>What became of a transaction: committed, or cancelled for at least one reason.</summary>
/// <param name="Refusals">One per write, in their order; null for a write that was no reason. Empty when committed.</param>
internal sealed record CommitResult(IReadOnlyList<Refusal?> Refusals)
{
    public static CommitResult Committed { get; } = new([]);

    public bool IsCommitted => Refusals.Count == 0;

    /// <summary>Whether fresh items may lead to a transaction that commits.</summary>
    public bool ConditionFailed => Refusals.Any(refusal => refusal is { Kind: RefusalKind.ConditionFailed });

    /// <summary>Whether another transaction or a throttle was in the way.</summary>
    public bool IsContended => Refusals.Any(refusal => refusal is { Kind: RefusalKind.Contended });

    /// <summary>Why no repetition can commit it; null where one may.</summary>
    public string? ImpossibleReason => Refusals.FirstOrDefault(refusal => refusal is { Kind: RefusalKind.Impossible })?.Reason;
}

/// <summary>Why one write cancelled its transaction.</summary>
/// <param name="Kind">What can be done about it.</param>
/// <param name="Reason">DynamoDB's words.</param>
/// <param name="Existing">The item that failed the condition; null where there is none.</param>
internal sealed record Refusal(RefusalKind Kind, string Reason, Item? Existing = null);

/// <summary>What can be done about a write that cancelled its transaction.</summary>
internal enum RefusalKind
{
    /// <summary>The committed item is not what the decision relied on: decide again.</summary>
    ConditionFailed,

    /// <summary>Another transaction has the item, or the table is throttled: commit again.</summary>
    Contended,

    /// <summary>DynamoDB will never take it.</summary>
    Impossible,
}

/// <summary>DynamoDB could not be reached, is throttled, keeps conflicting or refuses us: the message waits.</summary>
internal sealed class StoreUnavailableException(string message, Exception? innerException = null, AwsFailure failure = AwsFailure.Outage)
    : Exception(message, innerException)
{
    public AwsFailure Failure { get; } = failure;
}

/// <summary>A read or write that DynamoDB will never take: the message is dead-lettered with this reason.</summary>
internal sealed class ImpossibleRequestException(string message, Exception? innerException = null) : Exception(message, innerException);
