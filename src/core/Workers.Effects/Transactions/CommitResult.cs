namespace Workers.Effects.Transactions;

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
    public string? UnfitReason => Refusals.FirstOrDefault(refusal => refusal is { Kind: RefusalKind.Unfit })?.Reason;
}
