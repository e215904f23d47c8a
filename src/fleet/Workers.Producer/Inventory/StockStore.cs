using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Producer.Http;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.InventoryColumns;

namespace Workers.Producer.Inventory;

/// <summary>Reads the <c>inventory</c> table, which the inventory worker writes.</summary>
internal sealed class StockStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming)
{
    private const string OpenState = "Open";

    private string Table => naming.Value.NameOf(Topology.InventoryTable);

    public async Task<Stock?> FindAsync(string productId, CancellationToken cancellationToken)
    {
        if (!PathId.IsOne(productId))
        {
            return null;   // no product has such an id, and DynamoDB does not take any key
        }

        var response = await dynamoDb.GetItemAsync(
            new() { TableName = Table, Key = KeyOf(productId), ConsistentRead = true }, cancellationToken);
        return response.Item is { Count: > 0 } row
            ? Read(new Row(row)) with { PurchaseOrder = await FindPurchaseOrderAsync(productId, cancellationToken) }
            : null;
    }

    /// <param name="limit">Products a page, at most.</param>
    /// <param name="next">The last page's <see cref="StockPage.Next"/>: a product's id, which is all there is to a key.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<StockPage> ListAsync(int limit, string? next, CancellationToken cancellationToken)
    {
        var response = await dynamoDb.ScanAsync(
            new() { TableName = Table, Limit = limit, ExclusiveStartKey = string.IsNullOrEmpty(next) ? null : KeyOf(next) },
            cancellationToken);
        return new(
            [.. (response.Items ?? []).Select(row => Read(new Row(row)))],
            response.LastEvaluatedKey?.GetValueOrDefault(Columns.ProductId)?.S);
    }

    private async Task<OpenPurchaseOrder?> FindPurchaseOrderAsync(string productId, CancellationToken cancellationToken)
    {
        var response = await dynamoDb.GetItemAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.PurchaseOrdersTable),
                Key = new() { [PurchaseOrderColumns.ProductId] = new() { S = productId } },
                ConsistentRead = true,
            },
            cancellationToken);
        var row = new Row(response.Item ?? []);
        return row.Text(PurchaseOrderColumns.State) == OpenState
            ? new(
                row.Text(PurchaseOrderColumns.PurchaseOrderId)!,
                (long)row.Number(PurchaseOrderColumns.Quantity)!.Value,
                DateTimeOffset.Parse(row.Text(PurchaseOrderColumns.RaisedAt)!, CultureInfo.InvariantCulture))
            : null;
    }

    private static Dictionary<string, AttributeValue> KeyOf(string productId) => new() { [Columns.ProductId] = new() { S = productId } };

    private static Stock Read(Row row) =>
        new(
            row.Text(Columns.ProductId)!,
            row.Text(Columns.Name),
            (long)(row.Number(Columns.Available) ?? 0),
            (long)(row.Number(Columns.Reserved) ?? 0),
            (long)(row.Number(Columns.Shipped) ?? 0),
            (long)(row.Number(Columns.Threshold) ?? 0));
}
