using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Tests.Producer;

public sealed class WhenAProductIsToBeBought : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly ProducerHost _producer = new();

    public async ValueTask InitializeAsync()
    {
        await _producer.InitializeAsync();
        foreach (var productId in (string[])["open", "closed", "none"])
        {
            await _producer.PutAsync(Topology.InventoryTable, new()
            {
                [InventoryColumns.ProductId] = new() { S = productId },
                [InventoryColumns.Available] = new() { N = "3" },
                [InventoryColumns.Threshold] = new() { N = "10" },
            });
        }

        await OrderAsync("open", "Open");
        await OrderAsync("closed", "Closed");
    }

    public ValueTask DisposeAsync() => _producer.DisposeAsync();

    [Fact]
    public async Task Its_stock_shows_the_open_purchase_order()
    {
        var order = (await ReadAsync("open"))["purchaseOrder"]!;

        Assert.Equal(
            ("po-open-1", 47, FakeTime.Start), ((string?)order["purchaseOrderId"], (int)order["quantity"]!, (DateTimeOffset)order["raisedAt"]!));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("none")]
    public async Task Without_an_open_one_its_stock_shows_none(string productId) =>
        Assert.False((await ReadAsync(productId)).ContainsKey("purchaseOrder"));

    private async Task<JsonObject> ReadAsync(string productId) =>
        (await _producer.Http.GetFromJsonAsync<JsonObject>($"/inventory/{productId}", Cancellation))!;

    private Task OrderAsync(string productId, string state) => _producer.PutAsync(Topology.PurchaseOrdersTable, new()
    {
        [PurchaseOrderColumns.ProductId] = new() { S = productId },
        [PurchaseOrderColumns.Number] = new() { N = "1" },
        [PurchaseOrderColumns.PurchaseOrderId] = new() { S = $"po-{productId}-1" },
        [PurchaseOrderColumns.State] = new() { S = state },
        [PurchaseOrderColumns.Quantity] = new() { N = "47" },
        [PurchaseOrderColumns.RaisedAt] = new() { S = "2026-01-15T10:00:00.0000000Z" },
    });
}
