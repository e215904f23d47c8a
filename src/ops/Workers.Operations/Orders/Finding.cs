namespace Workers.Operations.Orders;

/// <summary>Something that is wrong with an order.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Kind">What kind of wrong.</param>
/// <param name="What">What exactly, for people.</param>
internal sealed record Finding(string OrderId, FindingKind Kind, string What);

/// <summary>What can be wrong with an order.</summary>
internal enum FindingKind
{
    /// <summary>An entry of the history is missing.</summary>
    Gap,

    /// <summary>One event took effect twice.</summary>
    Double,

    /// <summary>There is a history and no row.</summary>
    NoRow,

    /// <summary>There is a row and no history.</summary>
    NoHistory,

    /// <summary>The row is not what the history makes it.</summary>
    Different,

    /// <summary>A row holds what nobody can read.</summary>
    Unreadable,
}
