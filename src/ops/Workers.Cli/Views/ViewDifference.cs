namespace Workers.Cli.Views;

/// <summary>How a view's new generation differs from the old one.</summary>
/// <param name="Rows">How many rows the new one has.</param>
/// <param name="Added">Rows that only the new one has.</param>
/// <param name="Missing">Rows that only the old one has.</param>
/// <param name="Changed">Rows that say something else.</param>
/// <param name="First">The first twenty of them.</param>
internal sealed record ViewDifference(long Rows, long Added, long Missing, long Changed, IReadOnlyList<RowDifference> First)
{
    /// <summary>How many rows differ.</summary>
    public long Count() => Added + Missing + Changed;
}

/// <summary>A row that differs.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Row">Its partition key without the generation.</param>
/// <param name="Sort">Its sort key.</param>
/// <param name="Members">What has changed in it.</param>
internal sealed record RowDifference(DifferenceKind Kind, string Row, string Sort, IReadOnlyList<MemberDifference> Members);

/// <summary>An attribute that has changed.</summary>
/// <param name="Name">Which.</param>
/// <param name="Old">What it was; null where it was not there.</param>
/// <param name="New">What it is; null where it is gone.</param>
internal sealed record MemberDifference(string Name, string? Old, string? New);

/// <summary>In what way a row differs.</summary>
internal enum DifferenceKind
{
    /// <summary>Only the new generation has it.</summary>
    Added,

    /// <summary>Only the old one has it.</summary>
    Missing,

    /// <summary>It says something else.</summary>
    Changed,
}

/// <summary>Counts differences; what it keeps of them has a bound.</summary>
internal sealed class DifferenceTally
{
    private const int MostShown = 20;

    private readonly Dictionary<DifferenceKind, long> _counts = [];
    private readonly List<RowDifference> _first = [];
    private long _rows;

    public void AddRows(int count) => _rows += count;

    public void Add(IEnumerable<RowDifference> differences)
    {
        foreach (var difference in differences)
        {
            _counts[difference.Kind] = Of(difference.Kind) + 1;
            if (_first.Count < MostShown)
            {
                _first.Add(difference);
            }
        }
    }

    public ViewDifference Answer() => new(_rows, Of(DifferenceKind.Added), Of(DifferenceKind.Missing), Of(DifferenceKind.Changed), _first);

    private long Of(DifferenceKind kind) => _counts.GetValueOrDefault(kind);
}
