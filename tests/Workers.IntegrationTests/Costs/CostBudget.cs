using System.Globalization;

namespace Workers.IntegrationTests.Costs;

/// <summary>
/// The tables of <c>docs/costs.md</c>: what an order of each kind, and each message alone, may cost. <c>UPDATE_APPROVED=1</c> writes them
/// anew, for the reviewer of the change to approve.
/// </summary>
internal sealed class CostBudget
{
    private const string Begin = "<!-- >>> ";
    private const string End = "<!-- <<< -->";
    private static readonly string Path = System.IO.Path.Combine(Root().FullName, "docs", "costs.md");

    private readonly Dictionary<string, IReadOnlyList<double>> _figures = File.ReadAllLines(Path)
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | "))
        .Where(cells => cells.Skip(1).All(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out _)))
        .ToDictionary(
            cells => cells[0],
            IReadOnlyList<double> (cells) => [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))]);

    /// <summary>Every name that has a budget.</summary>
    public IEnumerable<string> Names => _figures.Keys;

    /// <summary>Each figure of a row beside its budget; null for a budget that nobody wrote.</summary>
    public IEnumerable<(string What, double Figure, double? Budget)> Compare(CostTable table) => table.Rows.SelectMany(row =>
        table.Columns.Zip(row.Figures).Select((cell, column) => (
            $"{row.Name}, {cell.First}", cell.Second, _figures.TryGetValue(row.Name, out var budget) ? budget[column] : (double?)null)));

    /// <summary>Writes what was measured in place of the budgets, where that is asked for.</summary>
    public static void UpdateIfAsked(params IReadOnlyList<CostTable> tables)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") != "1")
        {
            return;
        }

        var parts = File.ReadAllText(Path).Split(End);
        Assert.Equal(tables.Count + 1, parts.Length);
        var written = tables.Zip(parts, (table, part) =>
            $"{part[..(part.IndexOf('\n', part.IndexOf(Begin, StringComparison.Ordinal)) + 1)]}{string.Join('\n', table.Lines)}\n");
        File.WriteAllText(Path, string.Join(End, written.Append(parts[^1])));
    }

    private static DirectoryInfo Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "Workers.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The specs run outside the repository.");
        }

        return directory;
    }
}

/// <summary>Costs as a table: a row for each name.</summary>
internal sealed record CostTable(
    string Head, IReadOnlyList<string> Columns, IReadOnlyList<(string Name, IReadOnlyList<double> Figures)> Rows)
{
    /// <summary>As Markdown.</summary>
    public IEnumerable<string> Lines =>
    [
        Line([Head, .. Columns]),
        Line(["---", .. Columns.Select(_ => "---")]),
        .. Rows.Select(row => Line([row.Name, .. row.Figures.Select(figure => figure.ToString("0.#", CultureInfo.InvariantCulture))])),
    ];

    public static CostTable OfOrders(IReadOnlyDictionary<string, Cost> orders) => new(
        "order",
        ["messages", "SQS requests", "PutEvents requests", "DynamoDB requests", "read units", "write units"],
        [.. orders.Select(of => (of.Key, (IReadOnlyList<double>)[of.Value.Messages, .. Figures(of.Value)]))]);

    public static CostTable OfMessages(IReadOnlyDictionary<string, Cost> messages) => new(
        "queue: event",
        ["SQS requests", "PutEvents requests", "DynamoDB requests", "read units", "write units"],
        [.. messages.OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => (of.Key, Figures(of.Value)))]);

    private static IReadOnlyList<double> Figures(Cost cost) =>
        [cost.SqsRequests, cost.PutEvents, cost.DynamoRequests, cost.ReadUnits, cost.WriteUnits];

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
