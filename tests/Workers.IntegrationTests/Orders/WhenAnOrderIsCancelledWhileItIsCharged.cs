using System.Net;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

[Collection(typeof(TradingFleet))]
public sealed class WhenAnOrderIsCancelledWhileItIsCharged
{
    private readonly TrackedOrder _order;

    public WhenAnOrderIsCancelledWhileItIsCharged(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _order = new(fleet, "ORD-SLOW", "SLOW-1");
    }

    [Fact]
    public async Task It_is_cancelled_and_what_was_charged_is_given_back()
    {
        await _order.StockAsync();
        await _order.PlaceAsync();
        await _order.BecomesAsync("Reserved");

        await _order.CancelAsync();

        await _order.BecomesAsync("Cancelled");
        await _order.UnitsAreAvailableAsync();
        await _order.MoneyIsAsync("Charge 25", "Refund 25");
        await _order.MailsAreAsync("order-cancelled", "order-confirmed", "order-received", "refund-issued");
        await _order.IsListedAsync("Cancelled");
        await _order.DecisionsBecomeAsync("Order Recorded", "Order Cancellation Decided");
        using var again = await _order.TryCancelAsync();
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }
}
