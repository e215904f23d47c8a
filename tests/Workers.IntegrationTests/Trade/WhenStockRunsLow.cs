using System.Net.Http.Json;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Trade;

public sealed class WhenStockRunsLow : IClassFixture<RunningFleet>
{
    private readonly RunningFleet _fleet;

    public WhenStockRunsLow(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _fleet = fleet;
    }

    [Fact]
    public async Task A_purchase_order_is_raised_told_and_closed_by_what_arrives()
    {
        using var stocked = await _fleet.Api.PutAsJsonAsync(
            "/inventory/LAMP-LOW", new { currentStock = 12, threshold = 10 }, TestContext.Current.CancellationToken);
        stocked.EnsureSuccessStatusCode();
        await Eventually.TrueAsync("the lamp is stocked", async () => await _fleet.StockOfAsync("LAMP-LOW") is not null);

        await _fleet.PlaceAsync("ORD-LOW", "LAMP-LOW", quantity: 5);

        await BecomesAsync("po-LAMP-LOW-1", 43);
        await Eventually.EqualAsync(["warehouse@company.example"], () => _fleet.NotificationsAsync("purchase-order"));

        await RestockAsync(2);
        await BecomesAsync("po-LAMP-LOW-2", 41);

        await RestockAsync(41);
        await BecomesAsync(null, null);
        await _fleet.StockBecomesAsync("LAMP-LOW", available: 50, reserved: 0, shipped: 5);
    }

    private Task BecomesAsync(string? id, int? quantity) => Eventually.TrueAsync($"{id ?? "nothing"} is to be bought", async () =>
    {
        var order = (await _fleet.FindAsync("/inventory/LAMP-LOW"))?["purchaseOrder"];
        return ((string?)order?["purchaseOrderId"], (int?)order?["quantity"]) == (id, quantity);
    });

    private async Task RestockAsync(int quantity)
    {
        using var response = await _fleet.Api.PostAsJsonAsync(
            "/inventory/LAMP-LOW/restock", new { quantity }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
