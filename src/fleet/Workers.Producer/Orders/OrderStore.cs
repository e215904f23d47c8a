using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Workers.OrderHistory;
using Workers.Producer.Callers;
using Workers.Producer.Http;
using Columns = Workers.Contracts.Tables.OrderColumns;

namespace Workers.Producer.Orders;

/// <summary>Reads the <c>orders</c> table, which the orders worker writes: each order as its history makes it.</summary>
internal sealed class OrderStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming, OrderJson json)
{
    /// <summary>The order, where it has come and the caller may see it.</summary>
    /// <exception cref="ProblemException">It has not, or it is another customer's: which of both, the caller is not told (404).</exception>
    public async Task<Order> ReadAsync(string orderId, Caller caller, CancellationToken cancellationToken) =>
        await FindAsync(orderId, cancellationToken) is { } order && caller.Owns(order.CustomerId) ? order : throw UnknownOrder.Problem();

    /// <summary>The order; null where it has not come, also where facts about it have.</summary>
    public async Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken)
    {
        if (!PathId.IsOne(orderId))
        {
            return null;   // no order has such an id, and DynamoDB does not take any key
        }

        var response = await dynamoDb.GetItemAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.OrdersTable),
                Key = new() { [Columns.OrderId] = new() { S = orderId } },
                ConsistentRead = true,   // who asks after an order expects the answer that was just given
            },
            cancellationToken);
        return response.Item is { Count: > 0 } row && json.Read(row[Columns.Snapshot].S) is { Status: not null } order ? order : null;
    }
}
