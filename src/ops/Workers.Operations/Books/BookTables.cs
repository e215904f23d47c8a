using System.Runtime.CompilerServices;
using System.Text.Json;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Operations.Reading;
using Workers.OrderHistory;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Books;

/// <summary>Reads what the workers wrote about orders, page by page, fifty orders at a time.</summary>
internal sealed class BookTables(TableReader tables, OrderJson json)
{
    private const int Batch = 50;

    /// <summary>About how many orders there are.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken) => tables.CountAsync(Topology.OrdersTable, cancellationToken);

    /// <summary>Every order that is on record.</summary>
    public async IAsyncEnumerable<IReadOnlyList<BookEntry>> OrdersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = tables.ScanAsync(Topology.OrdersTable, cancellationToken: cancellationToken);
        await foreach (var batch in rows.Chunk(Batch).WithCancellation(cancellationToken))
        {
            yield return await WithTheOthersAsync(batch.ToDictionary(row => row[OrderColumns.OrderId].S, Row? (row) => row), cancellationToken);
        }
    }

    /// <summary>Every order for which units are set aside, and that is not on record.</summary>
    public async IAsyncEnumerable<IReadOnlyList<BookEntry>> OrphansAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reserved = tables.ScanAsync(
            Topology.ReservationsTable,
            scan =>
            {
                scan.FilterExpression = "#state = :reserved";
                scan.ExpressionAttributeNames = new() { ["#state"] = ReservationColumns.State };
                scan.ExpressionAttributeValues = new() { [":reserved"] = new() { S = "Reserved" } };
            },
            cancellationToken);
        await foreach (var batch in reserved.Chunk(Batch).WithCancellation(cancellationToken))
        {
            var orders = await FindAsync(
                Topology.OrdersTable, OrderColumns.OrderId, batch.Select(row => row[ReservationColumns.OrderId].S), cancellationToken);
            yield return
            [
                .. batch.Where(row => !orders.ContainsKey(row[ReservationColumns.OrderId].S))
                    .Select(row => new BookEntry(row[ReservationColumns.OrderId].S, null, null, null, row)),
            ];
        }
    }

    /// <summary>One order, as it stands now.</summary>
    public async Task<BookEntry> ReadAsync(string orderId, CancellationToken cancellationToken)
    {
        var order = await tables.FindAsync(Topology.OrdersTable, Key(OrderColumns.OrderId, orderId), cancellationToken);
        return (await WithTheOthersAsync(new() { [orderId] = order }, cancellationToken))[0];
    }

    private async Task<IReadOnlyList<BookEntry>> WithTheOthersAsync(Dictionary<string, Row?> rows, CancellationToken cancellationToken)
    {
        var orders = rows.ToDictionary(row => row.Key, row => OrderOf(row.Value));
        var payments = await FindAsync(Topology.PaymentsTable, PaymentColumns.OrderId, rows.Keys, cancellationToken);
        var reservations = await FindAsync(Topology.ReservationsTable, ReservationColumns.OrderId, rows.Keys, cancellationToken);
        var shipments = await FindAsync(
            Topology.ShipmentsTable, ShipmentColumns.ShipmentId, orders.Values.Select(order => order?.ShipmentId).OfType<string>(), cancellationToken);
        return
        [
            .. orders.Select(order => new BookEntry(
                order.Key,
                order.Value,
                payments.GetValueOrDefault(order.Key),
                order.Value?.ShipmentId is { } shipmentId ? shipments.GetValueOrDefault(shipmentId) : null,
                reservations.GetValueOrDefault(order.Key))),
        ];
    }

    /// <summary>What is no order is told of by the check of its history.</summary>
    private Order? OrderOf(Row? row)
    {
        try
        {
            return row?.GetValueOrDefault(OrderColumns.Snapshot)?.S is { } snapshot ? json.Read(snapshot) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Dictionary<string, Row>> FindAsync(
        string table, string key, IEnumerable<string> ids, CancellationToken cancellationToken) =>
        (await tables.FindAllAsync(table, [.. ids.Select(id => Key(key, id))], cancellationToken)).ToDictionary(row => row[key].S);

    private static Row Key(string name, string id) => new() { [name] = new() { S = id } };
}
