using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Seeds;

/// <summary>S2, a chapter on event-driven architecture: services with sources of their own, and their metadata beside the data.</summary>
public sealed class WhenTheChaptersServicesPublish : IClassFixture<RunningFleet>
{
    private readonly RunningFleet _fleet;
    private readonly SeedFleet _seeds;

    public WhenTheChaptersServicesPublish(Endpoint.AwsEndpoint endpoint, RunningFleet fleet)
    {
        fleet.RequireTransactions();
        (_seeds, _fleet) = (new(endpoint, fleet), fleet);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("2.0")]
    public async Task An_order_created_in_either_version_is_reserved(string version)
    {
        await _fleet.StockAsync("prod-001", 50);
        await _fleet.StockAsync("prod-002", 50);

        await _fleet.PutEventAsync(
            "order-service",
            "OrderCreated",
            $$"""
            {"eventId":"evt_{{version}}","eventType":"OrderCreated","eventVersion":"{{version}}","timestamp":"2025-11-17T10:30:00Z",
             "source":"order-service","correlationId":"corr_67890","causationId":"evt_11111",
             "data":{"orderId":"order_{{version}}","userId":"user-456","total":109.97,
              "items":[{"productId":"prod-001","quantity":2,"price":29.99},{"productId":"prod-002","quantity":1,"price":49.99}]},
             "metadata":{"userId":"user-456","ipAddress":"192.0.2.4"} }
            """);

        await _fleet.OrderBecomesAsync($"order_{version}", "Reserved");
        await Eventually.TrueAsync("the customer was told", () => _fleet.HasNotifiedAsync($"order-received#log#evt_{version}"));
    }

    [Fact]
    public async Task A_reservation_of_the_inventory_service_is_counted()
    {
        await _fleet.PutEventAsync(
            "inventory-service",
            "InventoryReserved",
            $$"""{"eventType":"InventoryReserved","orderId":"order_f","items":[{"productId":"prod-001","quantity":2}],"timestamp":"{{SeedFleet.Today}}T00:00:00.5"}""");

        await Eventually.TrueAsync("it is counted", async () => await _seeds.CountAsync("reservations") > 0);
        Assert.Empty(await _seeds.DeadLettersAsync());
    }
}
