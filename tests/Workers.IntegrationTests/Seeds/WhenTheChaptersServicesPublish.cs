using Workers.IntegrationTests.Fleet;
using Workers.IntegrationTests.Orders;

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
    public async Task An_order_created_in_either_version_is_charged(string version)
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

        await _fleet.OrderBecomesAsync($"order_{version}", "Failed");   // the chapter knows no address
        Assert.Equal(["Placed", "Reserved", "Paid", "Failed"], (await _seeds.TimelineAsync($"order_{version}")).Take(4));
        await Eventually.TrueAsync("the customer was told", () => _fleet.HasNotifiedAsync($"order-received#log#evt_{version}"));
    }

    [Fact]
    public async Task What_the_payment_and_the_shipping_service_say_is_on_record_and_moves_nothing()
    {
        var order = new TrackedOrder(_fleet, "order-123", "user-456");
        await order.PlaceWithOrdersAloneAsync();
        await order.BecomesAsync("Placed");

        await _fleet.PutEventAsync(
            "payment-service",
            "PaymentCompleted",
            """{"eventType":"PaymentCompleted","orderId":"order-123","paymentId":"pay-1","timestamp":"2025-11-17T10:31:00.000123"}""");
        await _fleet.PutEventAsync(
            "payment-service",
            "PaymentFailed",
            """{"eventType":"PaymentFailed","orderId":"order-123","reason":"Card declined","timestamp":"2025-11-17T10:31:00.000123"}""");
        await _fleet.PutEventAsync(
            "shipping-service",
            "ShippingFailed",
            """
            {"eventType":"ShippingFailed","orderId":"order-123","compensationRequired":[
              {"eventType":"PaymentProcessed","compensationAction":"RefundPayment","data":{"paymentId":"pay-1"}},
              {"eventType":"InventoryReserved","compensationAction":"ReleaseInventory",
               "data":{"items":[{"productId":"prod-001","quantity":2}]}}]}
            """);

        await Eventually.EqualAsync(["Payment Failed", "Payment Processed", "Shipping Failed"], async () =>
        [
            .. (await order.HistoryAsync())
                .Where(entry => (bool?)entry["foreign"] == true)
                .Select(entry => (string)entry["detail-type"]!)
                .Order(),
        ]);
        var answer = await order.ReadAsync();
        Assert.Equal(("Placed", null, null), ((string?)answer["status"], answer["payment"], answer["shipment"]));
        await order.DecisionsBecomeAsync("Order Recorded");
        await order.MoneyIsAsync();
        Assert.Empty(await _seeds.DeadLettersAsync());
    }

    [Fact]
    public async Task A_reservation_that_failed_there_is_counted_and_on_record_and_moves_nothing()
    {
        var order = new TrackedOrder(_fleet, "order-124", "user-456");
        await order.PlaceWithOrdersAloneAsync();
        await order.BecomesAsync("Placed");
        var before = await _seeds.CountAsync("rejections");

        await _fleet.PutEventAsync(
            "inventory-service",
            "InventoryReservationFailed",
            """
            {"eventType":"InventoryReservationFailed","orderId":"order-124","reason":"Insufficient inventory for prod-001",
             "timestamp":"2025-11-17T10:31:00.000123"}
            """);

        await Eventually.TrueAsync("it is counted", async () => await _seeds.CountAsync("rejections") == before + 1);
        await Eventually.TrueAsync("it is on record", async () =>
            (await order.HistoryAsync()).Any(entry => (string?)entry["detail-type"] == "Reservation Failed" && (bool?)entry["foreign"] == true));
        Assert.Equal("Placed", (string?)(await order.ReadAsync())["status"]);
        Assert.Empty(await _seeds.DeadLettersAsync());
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
