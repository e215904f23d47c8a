using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Fleet;

public sealed class WhenTwoOrdersHaveOneId : IClassFixture<RunningFleet>
{
    private readonly RunningFleet _fleet;

    public WhenTwoOrdersHaveOneId(AwsEndpoint endpoint, RunningFleet fleet)
    {
        _ = endpoint;
        fleet.RequireTransactions();
        _fleet = fleet;
    }

    [Fact]
    public async Task The_second_customer_is_told_the_first_keeps_the_order_and_one_is_counted()
    {
        await _fleet.StockAsync("lamp", 50);
        await PlaceAsync("ALICE", "alice-1");
        await _fleet.OrderBecomesAsync("ORD-ONE", "Completed");

        await PlaceAsync("BOB", "bob-1");
        await PlaceAsync("ALICE", "alice-2");
        await _fleet.PlaceAsync("ORD-LAST", "lamp", amount: 5);
        await _fleet.OrderBecomesAsync("ORD-LAST", "Completed");

        await Eventually.TrueAsync("BOB was told", async () => await _fleet.NotificationsAsync("order-failed") is ["BOB@customers.example"]);
        await Eventually.TrueAsync("both orders are counted", async () => (int)(await _fleet.FindAsync("/analytics/summary"))!["reservations"]! == 2);
        var summary = await _fleet.FindAsync("/analytics/summary");
        Assert.Equal((2, 15m), ((int)summary!["orders"]!, (decimal)summary["revenue"]!));
        await _fleet.StockBecomesAsync("lamp", available: 48, reserved: 0, shipped: 2);
        Assert.Equal(
            ["ALICE@customers.example", "BOB@customers.example", "CUST-1@customers.example"],
            (await _fleet.NotificationsAsync("order-received")).Order());
        Assert.Equal("ALICE", (string?)(await _fleet.FindAsync("/orders/ORD-ONE"))!["customerId"]);
    }

    private Task PlaceAsync(string customerId, string eventId) => _fleet.PutEventAsync(
        "ecommerce.orders",
        "Order Placed",
        $$$"""
        {"orderId":"ORD-ONE","customerId":"{{{customerId}}}","amount":10,"items":[{"productId":"lamp","quantity":1}],
         "shippingAddress":"5 Harbour Road","metadata":{"eventId":"{{{eventId}}}"}}
        """);
}
