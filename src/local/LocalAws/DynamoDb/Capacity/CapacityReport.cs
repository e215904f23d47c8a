namespace LocalAws.DynamoDb.Capacity;

/// <summary>Adds up what a request over several tables cost each of them.</summary>
/// <param name="mode">The request's <c>ReturnConsumedCapacity</c>.</param>
internal sealed class CapacityReport(string? mode)
{
    private readonly Dictionary<string, double> _units = [];

    public void Add(string tableName, double units) =>
        _units[tableName] = _units.GetValueOrDefault(tableName) + units;

    public List<ConsumedCapacity>? ToList() => mode is "TOTAL" or "INDEXES"
        ? [.. _units.Select(table => ConsumedCapacity.Of(mode, table.Key, table.Value)!)]
        : null;

    /// <summary>Of a transaction, which costs twice as much and tells reads from writes.</summary>
    public List<ConsumedCapacity>? ToTransactionList(bool isRead) => mode is "TOTAL" or "INDEXES"
        ? [.. _units.Select(table => ConsumedCapacity.OfTransaction(
            mode, table.Key, table.Value * CapacityUnits.Transactional, isRead))]
        : null;
}
