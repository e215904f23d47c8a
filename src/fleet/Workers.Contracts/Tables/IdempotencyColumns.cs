namespace Workers.Contracts.Tables;

/// <summary>What keys and expires the <c>event-idempotency</c> table. All else in its rows is the effects library's own.</summary>
public static class IdempotencyColumns
{
    /// <summary>The key, as text: the effects library makes it, and names it so.</summary>
    public const string Marker = "marker";

    /// <summary>When a row expires, in epoch seconds.</summary>
    public const string ExpiresAt = "expiresAt";
}
