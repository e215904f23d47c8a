using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Workers.Producer.Http;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.ReservationColumns;

namespace Workers.Producer.Orders;

/// <summary>Reads the <c>reservations</c> table, which the inventory worker writes.</summary>
internal sealed class OrderStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming)
{
    public async Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken)
    {
        if (!PathId.IsOne(orderId))
        {
            return null;   // no order has such an id, and DynamoDB does not take any key
        }

        var response = await dynamoDb.GetItemAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.ReservationsTable),
                Key = new() { [Columns.OrderId] = new() { S = orderId } },
                ConsistentRead = true,   // who asks after an order expects the answer that was just given
            },
            cancellationToken);
        return response.Item is { Count: > 0 } row ? Read(new Row(row)) : null;
    }

    private static Order Read(Row row) =>
        new(
            row.Text(Columns.OrderId)!,
            row.Text(Columns.State)!,
            row.Text(Columns.CustomerId),
            row.Number(Columns.Amount),
            [.. row.Rows(Columns.Items).Select(ReadLine)],
            row.Text(Columns.OccurredAt)!,
            row.Text(Columns.DecidedAt)!,
            row.Text(Columns.ReleasedAt));

    private static Order.Line ReadLine(Row line) => new(line.Text(Columns.LineProductId)!, (int)(line.Number(Columns.LineQuantity) ?? 0));
}
