namespace Workers.Contracts.Tables;

/// <summary>What keys and expires the <c>fleet</c> table. All else in its rows is the effects library's own.</summary>
public static class FleetColumns
{
    /// <summary>Whether the row is an <c>instance</c>'s or a <c>queue</c>'s, as text.</summary>
    public const string Part = "part";

    /// <summary>The instance's name, or the queue's unprefixed name, as text.</summary>
    public const string Name = "name";

    /// <summary>When an instance's row expires, in epoch seconds.</summary>
    public const string ExpiresAt = "expiresAt";
}
