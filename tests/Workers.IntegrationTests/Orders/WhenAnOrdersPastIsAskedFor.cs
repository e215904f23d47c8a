using System.Net;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

[Collection(typeof(TradingFleet))]
public sealed class WhenAnOrdersPastIsAskedFor
{
    private readonly RunningFleet _fleet;
    private readonly TrackedOrder _order;

    public WhenAnOrdersPastIsAskedFor(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _fleet = fleet;
        _order = new(fleet, "ORD-PAST", "CUST-PAST");
    }

    [Fact]
    public async Task It_is_what_it_was_at_a_version_or_at_a_time()
    {
        await _order.StockAsync();
        await _order.PlaceAsync();
        await _order.BecomesAsync("Completed");
        var recorded = (await _order.HistoryAsync()).Single(entry => (string?)entry["detail-type"] == "Order Recorded");

        var first = await _order.ReadAsync($"?version={recorded["version"]}");
        var then = await _order.ReadAsync($"?at={recorded["recordedAt"]}");
        using var before = await _fleet.Api.GetAsync(
            $"/orders/{_order.OrderId}?at=2020-01-01T00:00:00Z", TestContext.Current.CancellationToken);

        Assert.Equal(("Placed", null), ((string?)first["status"], first["payment"]));
        Assert.True((string?)then["status"] is "Placed" or "Reserved", "its reservation may have come in the same batch");
        Assert.Null(then["payment"]);
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
    }
}
