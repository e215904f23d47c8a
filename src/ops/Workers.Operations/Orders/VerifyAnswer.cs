namespace Workers.Operations.Orders;

/// <summary>What a check of the orders found.</summary>
/// <param name="Orders">How many orders were checked.</param>
/// <param name="Entries">How many entries their histories have.</param>
/// <param name="Wrong">How many of the orders are wrong.</param>
/// <param name="Kinds">How often what was found, for each kind that was.</param>
/// <param name="Findings">The first hundred of what was found.</param>
internal sealed record VerifyAnswer(
    long Orders, long Entries, long Wrong, IReadOnlyDictionary<FindingKind, long> Kinds, IReadOnlyList<Finding> Findings);

/// <summary>Counts what a check finds; what it keeps has a bound.</summary>
internal sealed class VerifyTally
{
    /// <summary>How many findings are kept in words.</summary>
    public const int MostShown = 100;

    private readonly SortedDictionary<FindingKind, long> _kinds = [];
    private readonly List<Finding> _shown = [];
    private long _orders;
    private long _wrong;

    /// <summary>How many entries were checked so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Counts an order and what was found of it.</summary>
    public void Add(OrderRows rows, IReadOnlyList<Finding> findings)
    {
        _orders++;
        Entries += rows.History.Count;
        _wrong += findings.Count > 0 ? 1 : 0;
        foreach (var finding in findings)
        {
            _kinds[finding.Kind] = _kinds.GetValueOrDefault(finding.Kind) + 1;
        }

        _shown.AddRange(findings.Take(MostShown - _shown.Count));
    }

    public VerifyAnswer Answer() => new(_orders, Entries, _wrong, _kinds, _shown);
}
