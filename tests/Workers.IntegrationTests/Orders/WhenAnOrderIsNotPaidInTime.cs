using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

/// <summary>The warehouse never hears of an order.</summary>
[Collection(typeof(TradingFleet))]
public sealed class WhenAnOrderIsNotPaidInTime
{
    private readonly TrackedOrder _order;

    public WhenAnOrderIsNotPaidInTime(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _order = new(fleet, "ORD-LOST", "CUST-LOST");
    }

    [Fact]
    public async Task It_fails_at_its_deadline_and_takes_neither_units_nor_money_when_the_warehouse_hears_of_it_after_all()
    {
        await _order.StockAsync();
        await _order.PlaceWithOrdersAloneAsync();
        await _order.BecomesAsync("Placed");

        await _order.PassPaymentDeadlineAsync();

        await _order.BecomesAsync("Failed");
        Assert.Equal("Deadline", (string?)(await _order.ReadAsync())["failedStage"]);
        await _order.MailsAreAsync("order-failed");
        await _order.IsListedAsync("Failed");

        await _order.PlaceAsync();

        await _order.MailsAreAsync("order-failed", "order-received");
        await Eventually.TrueAsync("its second coming is on record", async () => await _order.CountAsync("Ignored") > 0);
        await _order.UnitsAreAvailableAsync();
        await _order.MoneyIsAsync();
        await _order.DecisionsBecomeAsync("Order Recorded", "Order Failed");
    }
}
