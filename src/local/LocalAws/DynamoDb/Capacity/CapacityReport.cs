namespace LocalAws.DynamoDb.Capacity;

/// <summary>Adds up what a request over several tables cost each of them.</summary>
/// <param name="mode">The request's <c>ReturnConsumedCapacity</c>.</param>
internal sealed class CapacityReport(string? mode)
{
    private readonly Dictionary<string, Cost> _costs = [];

    /// <summary>Adds a cost, which is worked out only when the request asked to see it.</summary>
    public void Add(string tableName, Func<Cost> cost)
    {
        if (mode is "TOTAL" or "INDEXES")
        {
            _costs[tableName] = _costs.TryGetValue(tableName, out var sum) ? sum.Plus(cost()) : cost();
        }
    }

    public List<ConsumedCapacity>? ToList() => mode is "TOTAL" or "INDEXES"
        ? [.. _costs.Select(table => ConsumedCapacity.Of(mode, table.Key, table.Value)!)]
        : null;

    /// <summary>Of a transaction, which costs twice as much and tells reads from writes.</summary>
    public List<ConsumedCapacity>? ToTransactionList(bool isRead) => mode is "TOTAL" or "INDEXES"
        ? [.. _costs.Select(table => ConsumedCapacity.OfTransaction(
            mode, table.Key, table.Value.Times(CapacityUnits.Transactional), isRead))]
        : null;
}
