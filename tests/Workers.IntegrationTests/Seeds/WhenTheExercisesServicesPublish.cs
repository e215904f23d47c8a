using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Seeds;

/// <summary>S1, an exercise with services in Python: they publish under our own names, with members of their own.</summary>
public sealed class WhenTheExercisesServicesPublish : IClassFixture<RunningFleet>
{
    private readonly RunningFleet _fleet;
    private readonly SeedFleet _seeds;

    public WhenTheExercisesServicesPublish(Endpoint.AwsEndpoint endpoint, RunningFleet fleet)
    {
        fleet.RequireTransactions();
        (_seeds, _fleet) = (new(endpoint, fleet), fleet);
    }

    [Fact]
    public async Task An_order_that_is_cancelled_while_it_is_charged_gives_stock_and_money_back()
    {
        await _fleet.StockAsync("prod-1", 50);
        await _fleet.StockAsync("prod-2", 100);
        const string Order =
            """
            "orderId":"9d1f7c1e-0000-4000-8000-000000000001","customerId":"SLOW-customer-123","totalAmount":1059.97,
            "items":[{"productId":"prod-1","name":"Laptop","price":999.99,"quantity":1},{"productId":"prod-2","name":"Mouse","price":29.99,"quantity":2}],
            "shippingAddress":{"street":"5 Harbour Road","city":"Seattle","state":"WA","zipCode":"98101","country":"US"},
            "timestamp":"2026-01-15T10:00:00.000123"
            """;

        await _fleet.PutEventAsync("ecommerce.orders", "Order Placed", $$"""{{{Order}},"status":"PLACED"}""");
        await _fleet.OrderBecomesAsync("9d1f7c1e-0000-4000-8000-000000000001", "Reserved");
        Assert.Equal((98, 2, 0), await _fleet.StockOfAsync("prod-2"));

        await _fleet.PutEventAsync(
            "ecommerce.orders",
            "Order Cancelled",
            $$"""{{{Order}},"status":"CANCELLED","cancellationReason":"The customer asked for it","cancelledAt":"2026-01-15T11:00:00.000001"}""");
        await _fleet.OrderBecomesAsync("9d1f7c1e-0000-4000-8000-000000000001", "Cancelled");
        await _fleet.StockBecomesAsync("prod-2", available: 100, reserved: 0, shipped: 0);
        await Eventually.EqualAsync(["SLOW-customer-123@customers.example"], () => _fleet.NotificationsAsync("refund-issued"));
        Assert.Equal(
            "The customer asked for it", (string?)(await _fleet.FindAsync("/orders/9d1f7c1e-0000-4000-8000-000000000001"))!["reason"]);
    }

    [Theory]
    [InlineData("Inventory Reserved", """{"orderId":"S1-RES","items":[{"productId":"prod-1","name":"Laptop","price":999.99,"quantity":1}],"reservedAt":"2026-11-01T00:00:00.5"}""", "reservations")]
    [InlineData("Inventory Released", """{"orderId":"S1-REL","items":[{"productId":"prod-1","name":"Laptop","price":999.99,"quantity":1}],"releasedAt":"2026-11-01T00:00:00.5"}""", "releases")]
    [InlineData("Reservation Failed", """{"orderId":"S1-UNKNOWN","productId":"prod-9","reason":"Product not found"}""", "rejections")]
    [InlineData("Reservation Failed", """{"orderId":"S1-SHORT","productId":"prod-3","requested":7,"available":5,"reason":"Insufficient stock"}""", "rejections")]
    [InlineData("Low Stock Alert", """{"productId":"prod-3","productName":"Keyboard","remainingStock":4,"threshold":10}""", "lowStockAlerts")]
    public async Task What_the_inventory_service_says_is_counted_and_nothing_is_dead_lettered(string detailType, string detail, string metric)
    {
        await _fleet.PutEventAsync("ecommerce.inventory", detailType, detail.Replace("2026-11-01", $"{SeedFleet.Today}", StringComparison.Ordinal));

        await Eventually.TrueAsync($"{metric} are counted", async () => await _seeds.CountAsync(metric) > 0);
        Assert.Empty(await _seeds.DeadLettersAsync());
    }

    [Fact]
    public async Task Stock_updated_is_another_spelling()
    {
        await _fleet.PutEventAsync("ecommerce.inventory", "Stock Updated", """{"productId":"prod-4","currentStock":5}""");

        await Eventually.TrueAsync("it is counted", async () => await _fleet.StockOfAsync("prod-4") == (5, 0, 0));
    }
}
