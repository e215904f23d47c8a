using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Workers.Producer.Http;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.CustomerColumns;

namespace Workers.Producer.Customers;

/// <summary>Reads the <c>customers</c> table, which the customers worker writes.</summary>
internal sealed class ProfileStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming)
{
    public async Task<CustomerProfile?> FindAsync(string customerId, CancellationToken cancellationToken)
    {
        if (!PathId.IsOne(customerId))
        {
            return null;   // no customer has such an id, and DynamoDB does not take any key
        }

        var response = await dynamoDb.GetItemAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.CustomersTable),
                Key = new() { [Columns.CustomerId] = new() { S = customerId } },
                ConsistentRead = true,
            },
            cancellationToken);
        return response.Item is { Count: > 0 } row ? Read(new Row(row)) : null;
    }

    private static CustomerProfile Read(Row row) => new(
        row.Text(Columns.CustomerId)!,
        row.Text(Columns.Email),
        row.Text(Columns.Name),
        row.Text(Columns.RegisteredAt),
        row.Text(Columns.FirstOrderId) is { } orderId ? new(orderId, row.Text(Columns.FirstOrderAt)!) : null,
        new(
            (int)(row.Number(Columns.OrdersPlaced) ?? 0),
            row.Number(Columns.PlacedValue) ?? 0,
            (int)(row.Number(Columns.OrdersCompleted) ?? 0),
            row.Number(Columns.CompletedValue) ?? 0),
        row.Text(Columns.WelcomedAt) is { } welcomedAt ? new(welcomedAt, row.Text(Columns.RemindAt)!, row.Text(Columns.RemindedAt)) : null);
}
