using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

[Collection(typeof(TradingFleet))]
public sealed class WhenACancellationComesBeforeItsOrder
{
    private readonly TrackedOrder _order;

    public WhenACancellationComesBeforeItsOrder(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _order = new(fleet, "ORD-EARLY", "SLOW-EARLY");   // slow to charge, so that the cancellation is decided first
    }

    [Fact]
    public async Task It_waits_for_the_order_and_in_the_end_nothing_is_reserved_or_charged()
    {
        await _order.StockAsync();
        await _order.CancelAsync();
        await Eventually.TrueAsync(
            "the cancellation waits", async () => await _order.HistoryAsync() is [{ } only] && (string?)only["kind"] == "Pending");

        await _order.PlaceAsync();

        await _order.BecomesAsync("Cancelled");
        await _order.UnitsAreAvailableAsync();
        await _order.IsListedAsync("Cancelled");
        await _order.DecisionsBecomeAsync("Order Recorded", "Order Cancellation Decided");
    }
}
