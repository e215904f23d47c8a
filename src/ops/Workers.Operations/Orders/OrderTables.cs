using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Operations.Reading;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Orders;

/// <summary>Reads orders and their histories.</summary>
internal sealed class OrderTables(TableReader tables)
{
    private const string FirstVersion = "1";

    /// <summary>About how many entries there are.</summary>
    public Task<long> CountEntriesAsync(CancellationToken cancellationToken) => tables.CountAsync(Topology.OrderEventsTable, cancellationToken);

    /// <summary>Every history there is, one after another.</summary>
    public async IAsyncEnumerable<OrderRows> HistoriesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Row> history = [];
        await foreach (var entry in tables.ScanAsync(Topology.OrderEventsTable, cancellationToken: cancellationToken))
        {
            if (history is [var first, ..] && OrderIdOf(first) != OrderIdOf(entry))
            {
                yield return new(OrderIdOf(first), history);
                history = [];
            }

            history.Add(entry);
        }

        if (history is [var last, ..])
        {
            yield return new(OrderIdOf(last), history);
        }
    }

    /// <summary>The id of every order that has a row.</summary>
    public IAsyncEnumerable<string> IdsAsync(CancellationToken cancellationToken) =>
        tables.ScanAsync(Topology.OrdersTable, scan => scan.ProjectionExpression = OrderColumns.OrderId, cancellationToken).Select(OrderIdOf);

    /// <summary>The rows of at most a hundred orders, as far as they are there.</summary>
    public async Task<IReadOnlyDictionary<string, Row>> SnapshotsAsync(IEnumerable<string> orderIds, CancellationToken cancellationToken)
    {
        var rows = await tables.FindAllAsync(Topology.OrdersTable, [.. orderIds.Select(OrderKey)], cancellationToken);
        return rows.ToDictionary(OrderIdOf);
    }

    /// <summary>Those of at most a hundred orders whose history has no beginning.</summary>
    public async Task<IReadOnlyList<string>> WithoutBeginningAsync(IReadOnlyList<string> orderIds, CancellationToken cancellationToken)
    {
        var firsts = orderIds.Select(orderId => new Row(OrderKey(orderId)) { [OrderEventColumns.Version] = new() { N = FirstVersion } });
        var found = await tables.FindAllAsync(Topology.OrderEventsTable, [.. firsts], cancellationToken);
        return [.. orderIds.Except(found.Select(OrderIdOf))];
    }

    /// <summary>An order's row, and then its history: what the row tells of is in it.</summary>
    public async Task<OrderRows> ReadAsync(string orderId, CancellationToken cancellationToken)
    {
        var snapshot = await tables.FindAsync(Topology.OrdersTable, OrderKey(orderId), cancellationToken);
        var history = await tables.QueryAsync(Topology.OrderEventsTable, OrderEventColumns.OrderId, orderId, cancellationToken);
        return new(orderId, history, snapshot);
    }

    private static Row OrderKey(string orderId) => new() { [OrderColumns.OrderId] = new AttributeValue { S = orderId } };

    private static string OrderIdOf(Row row) => row[OrderColumns.OrderId].S;
}

/// <summary>What the tables hold of an order.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="History">The rows of its history, by version.</param>
/// <param name="Snapshot">Its own row; null where it was not read or is not there.</param>
internal sealed record OrderRows(string OrderId, IReadOnlyList<Row> History, Row? Snapshot = null)
{
    /// <summary>Whether neither table knows it.</summary>
    public bool AreNone => History.Count == 0 && Snapshot is null;
}
