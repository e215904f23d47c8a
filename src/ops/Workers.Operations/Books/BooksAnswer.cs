namespace Workers.Operations.Books;

/// <summary>What does not balance.</summary>
/// <param name="Orders">How many orders were looked at.</param>
/// <param name="Kinds">How often what was found, for each kind that was.</param>
/// <param name="Findings">The first two hundred of what was found.</param>
internal sealed record BooksAnswer(
    long Orders, IReadOnlyDictionary<BookFindingKind, long> Kinds, IReadOnlyList<BookFinding> Findings);

/// <summary>Counts what is found; what it keeps has a bound.</summary>
internal sealed class BooksTally
{
    private const int MostShown = 200;

    private readonly SortedDictionary<BookFindingKind, long> _kinds = [];
    private readonly List<BookFinding> _shown = [];

    /// <summary>How many orders were looked at.</summary>
    public long Orders { get; set; }

    public void Add(IEnumerable<BookFinding> findings)
    {
        foreach (var finding in findings)
        {
            Count(finding.Kind, 1);
            Show(finding);
        }
    }

    /// <summary>Adds findings of which only the first are told.</summary>
    public void Add(IEnumerable<BookFinding> told, long count)
    {
        if (count > 0)
        {
            Count(BookFindingKind.History, count);
        }

        foreach (var finding in told)
        {
            Show(finding);
        }
    }

    public BooksAnswer Answer() => new(Orders, _kinds, _shown);

    private void Count(BookFindingKind kind, long count) => _kinds[kind] = _kinds.GetValueOrDefault(kind) + count;

    private void Show(BookFinding finding)
    {
        if (_shown.Count < MostShown)
        {
            _shown.Add(finding);
        }
    }
}
