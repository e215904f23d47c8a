using System.Net.Http.Json;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Fleet;

/// <summary>
/// Ninety products with the longest ids and names, each character of which takes 12 bytes of JSON, all of which run low at once: what the
/// API takes is committed, counted and told.
/// </summary>
public sealed class WhenTheLargestOrderIsPlaced : IClassFixture<RunningFleet>
{
    private static readonly string Name = string.Concat(Enumerable.Repeat("😀", 128));
    private static readonly string[] Products = [.. Enumerable.Range(10, 90).Select(i => $"{i}-{new string('x', 125)}")];

    private readonly RunningFleet _fleet;

    public WhenTheLargestOrderIsPlaced(AwsEndpoint endpoint, RunningFleet fleet)
    {
        _ = endpoint;
        fleet.RequireTransactions();
        _fleet = fleet;
    }

    [Fact]
    public async Task It_is_shipped_whole_and_every_alert_is_counted()
    {
        foreach (var product in Products)
        {
            using var stocked = await _fleet.Api.PutAsJsonAsync(
                $"/inventory/{product}", new { currentStock = 1_000_000_000, threshold = 999_999_999, name = Name }, TestContext.Current.CancellationToken);
            stocked.EnsureSuccessStatusCode();
        }

        foreach (var product in Products)
        {
            await Eventually.TrueAsync($"{product} is stocked", async () => await _fleet.StockOfAsync(product) is not null);
        }

        var orderId = new string('o', 128);
        using var response = await _fleet.Api.PostAsJsonAsync(
            "/orders",
            new
            {
                orderId,
                customerId = new string('c', 64),
                amount = 1_000_000_000_000m,
                shippingAddress = string.Concat(Enumerable.Repeat("😀", 1_024)),
                items = Products.Select((product, index) => new
                {
                    productId = product,
                    quantity = 1_000_000,
                    price = index == 0 ? (decimal?)null : 11_000.01m,   // all priced, they would have to add up to the amount
                    name = Name,
                }),
            },
            TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await _fleet.OrderBecomesAsync(orderId, "Completed");
        await Eventually.TrueAsync(
            "the alerts are counted", async () => (int)(await _fleet.FindAsync("/analytics/summary"))!["lowStockAlerts"]! == Products.Length);
        await Eventually.TrueAsync(
            "the order is counted", async () => (decimal)(await _fleet.FindAsync("/analytics/summary"))!["revenue"]! == 1_000_000_000_000m);
    }
}
