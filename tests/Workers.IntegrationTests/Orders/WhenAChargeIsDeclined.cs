using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

[Collection(typeof(TradingFleet))]
public sealed class WhenAChargeIsDeclined
{
    private readonly TrackedOrder _order;

    public WhenAChargeIsDeclined(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _order = new(fleet, "ORD-DECLINED", "DECLINED-1");
    }

    [Fact]
    public async Task The_order_fails_at_its_payment_and_its_units_are_available_again()
    {
        await _order.StockAsync();
        await _order.PlaceAsync();

        await _order.BecomesAsync("Failed");
        var answer = await _order.ReadAsync();
        Assert.Equal(("Payment", "the card was declined"), ((string?)answer["failedStage"], (string?)answer["reason"]));
        await _order.UnitsAreAvailableAsync();
        await _order.MoneyIsAsync("Decline 25");
        await _order.MailsAreAsync("order-confirmed", "order-failed", "order-received");
        await _order.IsListedAsync("Failed");
        await _order.DecisionsBecomeAsync("Order Recorded", "Order Failed");
    }
}
