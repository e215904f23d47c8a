namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>views</c> table: which generation of a view is read, and which is being built.</summary>
public static class ViewColumns
{
    /// <summary>The key: a view, as text.</summary>
    public const string View = "view";

    /// <summary>The generation that is read, as text: a or b; absent, a.</summary>
    public const string Active = "active";

    /// <summary>The rebuild that fills the other generation, as text; absent where none does.</summary>
    public const string Building = "building";

    /// <summary>The rebuild that empties the other generation before it fills it, as text; absent where none does.</summary>
    public const string Emptying = "emptying";

    /// <summary>When a rebuild last began or ended, as text.</summary>
    public const string ChangedAt = "changedAt";
}
