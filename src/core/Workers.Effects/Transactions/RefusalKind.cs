namespace Workers.Effects.Transactions;

/// <summary>What can be done about a write that cancelled its transaction.</summary>
internal enum RefusalKind
{
    /// <summary>The committed item is not what the decision relied on: decide again.</summary>
    ConditionFailed,

    /// <summary>Another transaction has the item, or the table is throttled: commit again.</summary>
    Contended,

    /// <summary>DynamoDB will never take it.</summary>
    Unfit,
}
