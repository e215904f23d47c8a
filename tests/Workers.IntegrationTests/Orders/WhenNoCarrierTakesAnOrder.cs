using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

[Collection(typeof(TradingFleet))]
public sealed class WhenNoCarrierTakesAnOrder
{
    private readonly RunningFleet _fleet;

    public WhenNoCarrierTakesAnOrder(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _fleet = fleet;
    }

    [Theory]
    [InlineData("ORD-NOWHERE", "7 Nowhere Lane", "the carrier does not know the address")]
    [InlineData("ORD-HOMELESS", null, "no address was given")]
    public async Task It_fails_at_its_shipment_and_money_and_units_are_given_back(string orderId, string? address, string reason)
    {
        var order = new TrackedOrder(_fleet, orderId, $"CUST-{orderId}");
        await order.StockAsync();
        await order.PlaceAsync(address);

        await order.BecomesAsync("Failed");
        await order.UnitsAreAvailableAsync();
        await order.MoneyIsAsync("Charge 25", "Refund 25");
        await order.MailsAreAsync("order-confirmed", "order-failed", "order-paid", "order-received", "refund-issued");
        await order.IsListedAsync("Failed");
        await order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Order Failed");
        await Eventually.TrueAsync(
            "the refund is on record", async () => (decimal?)(await order.ReadAsync())["payment"]!["refunded"] == 25m);
        var answer = await order.ReadAsync();
        Assert.Equal(("Shipping", reason, null), ((string?)answer["failedStage"], (string?)answer["reason"], answer["shipment"]));
    }
}
