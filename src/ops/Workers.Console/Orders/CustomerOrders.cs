using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Operations;
using Workers.OrderHistory.Views;
using Columns = Workers.Contracts.Tables.CustomerOrderColumns;

namespace Workers.Console.Orders;

/// <summary>Reads the view of a customer's orders, newest first, a page at a time.</summary>
internal sealed class CustomerOrders(FleetAccess fleet)
{
    public async Task<CustomerPage> ListAsync(string customerId, string? after, int limit, CancellationToken cancellationToken)
    {
        var view = await fleet.Tables.FindAsync(
            Topology.ViewsTable, new() { [ViewColumns.View] = new AttributeValue { S = ViewNames.CustomerOrders } }, cancellationToken);
        var customer = CustomerOrderKey.OfCustomer(ViewState.Read(view).Active, customerId);
        var page = await fleet.Aws.DynamoDb.QueryAsync(
            new QueryRequest(fleet.Naming.NameOf(Topology.CustomerOrdersTable))
            {
                KeyConditionExpression = "#customer = :customer",
                ExpressionAttributeNames = new() { ["#customer"] = Columns.Customer },
                ExpressionAttributeValues = new() { [":customer"] = new() { S = customer } },
                ScanIndexForward = false,
                Limit = limit,
                ExclusiveStartKey = after is null
                    ? null
                    : new() { [Columns.Customer] = new() { S = customer }, [Columns.Order] = new() { S = after } },
            },
            cancellationToken);
        return new(
            customerId,
            [.. (page.Items ?? []).Select(row => new CustomerOrder(
                row[Columns.OrderId].S,
                row.GetValueOrDefault(Columns.Status)?.S ?? "",
                Number(row.GetValueOrDefault(Columns.Amount)?.N),
                row.GetValueOrDefault(Columns.PlacedAt)?.S ?? ""))],
            page.LastEvaluatedKey is { Count: > 0 } last ? last[Columns.Order].S : null);
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A part of a customer's orders.</summary>
/// <param name="CustomerId">Whose they are.</param>
/// <param name="Orders">The orders.</param>
/// <param name="Next">Where the next page begins; null after the last.</param>
public sealed record CustomerPage(string CustomerId, IReadOnlyList<CustomerOrder> Orders, string? Next);

/// <summary>What the view tells of an order.</summary>
public sealed record CustomerOrder(string OrderId, string Status, decimal? Amount, string PlacedAt);
