namespace Workers.Console.Watching;

/// <summary>Something that somebody on call must know.</summary>
/// <param name="Rank">How bad it is.</param>
/// <param name="What">What it is, with its figures.</param>
/// <param name="Since">Since when; null where that is not known.</param>
public sealed record Trouble(TroubleRank Rank, string What, Since? Since)
{
    /// <summary>Whose page shows more; null for nobody's.</summary>
    public string? Worker { get; init; }

    /// <summary>Where its dead letters are to be seen; null where none are meant.</summary>
    public string? Letters { get; init; }

    /// <summary>Some of the orders that are hurt.</summary>
    public IReadOnlyList<string> Orders { get; init; } = [];

    /// <summary>How many orders are hurt.</summary>
    public int OrderCount { get; init; }

    public bool IsBad => Rank < TroubleRank.Odd;
}

/// <summary>How bad something is, the worst first.</summary>
public enum TroubleRank
{
    /// <summary>A handler fails, or nobody empties a queue.</summary>
    Broken,

    /// <summary>Orders lie among dead letters.</summary>
    HurtsOrders,

    /// <summary>A queue grows.</summary>
    Grows,

    /// <summary>Something runs that nothing declares, or otherwise than it is declared.</summary>
    Undeclared,

    /// <summary>Dead letters that name no order.</summary>
    Letters,

    /// <summary>Worth knowing.</summary>
    Odd,
}
