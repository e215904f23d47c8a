using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.OrderHistory.Views;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.CustomerOrderColumns;

namespace Workers.Producer.Customers;

/// <summary>Reads the <c>customer-orders</c> table, a view that the orders worker keeps.</summary>
internal sealed class CustomerOrderStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming, ViewStore views)
{
    // What one request looks at, at most, when it looks for a status.
    private const int RowsARead = 100;
    private const int MostReads = 5;

    /// <param name="customerId">Whose orders.</param>
    /// <param name="status">Which ones; null for all.</param>
    /// <param name="limit">Orders, at most.</param>
    /// <param name="next">The last page's <see cref="CustomerOrderPage.Next"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<CustomerOrderPage> ListAsync(
        string customerId, string? status, int limit, string? next, CancellationToken cancellationToken)
    {
        var last = string.IsNullOrEmpty(next) ? null : PageToken.Read(customerId, next, "this customer's orders");
        var customer = CustomerOrderKey.OfCustomer(
            await views.ActiveGenerationAsync(ViewNames.CustomerOrders, cancellationToken), customerId);
        var found = new List<CustomerOrderPage.Entry>();
        for (var read = 0; read < MostReads; read++)
        {
            var response = await dynamoDb.QueryAsync(Query(customer, last, status is null ? limit : RowsARead), cancellationToken);
            foreach (var row in response.Items ?? [])
            {
                last = row[Columns.Order].S;
                if (status is null || row[Columns.Status].S == status)
                {
                    found.Add(Read(new Row(row)));
                }

                if (found.Count == limit)
                {
                    return new(customerId, found, PageToken.Of(customerId, last));
                }
            }

            if (response.LastEvaluatedKey is not { Count: > 0 })
            {
                return new(customerId, found, Next: null);
            }
        }

        return new(customerId, found, PageToken.Of(customerId, last!));
    }

    private QueryRequest Query(string customer, string? after, int rows) => new()
    {
        TableName = naming.Value.NameOf(Topology.CustomerOrdersTable),
        KeyConditionExpression = "#customer = :customer",
        ExpressionAttributeNames = new() { ["#customer"] = Columns.Customer },
        ExpressionAttributeValues = new() { [":customer"] = new() { S = customer } },
        ExclusiveStartKey = after is null ? null : new() { [Columns.Customer] = new() { S = customer }, [Columns.Order] = new() { S = after } },
        ScanIndexForward = false,
        Limit = rows,
    };

    private static CustomerOrderPage.Entry Read(Row row) => new(
        row.Text(Columns.OrderId)!,
        row.Text(Columns.Status)!,
        row.Number(Columns.Amount) ?? 0,
        row.Text(Columns.PlacedAt)!,
        row.Text(Columns.UpdatedAt)!);
}
