using System.Net;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

/// <summary>A carrier has been asked, and has not answered when the order's second deadline passes.</summary>
public sealed class WhenAShipmentIsOverdue : IAsyncLifetime
{
    private readonly RunningFleet _fleet;
    private readonly TrackedOrder _order;

    public WhenAShipmentIsOverdue(AwsEndpoint endpoint)
    {
        _fleet = new(endpoint);
        _fleet.RequireTransactions();
        _order = new(_fleet, "ORD-OVERDUE", "CUST-OVERDUE");
    }

    public ValueTask InitializeAsync()
    {
        _fleet.Settings["Workers:Shipping:Simulated:Delay"] = "00:00:08";
        _fleet.Settings["Workers:Shipping:RequestPatience"] = "00:00:09";
        return _fleet.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task A_paid_order_is_not_cancelled_and_is_shipped_once()
    {
        await _order.StockAsync();
        await _order.PlaceAsync();
        await _order.BecomesAsync("Paid");

        await _order.PassShippingDeadlineAsync();
        await _order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Shipment Overdue");
        using var cancelled = await _order.TryCancelAsync();

        Assert.Equal(HttpStatusCode.Conflict, cancelled.StatusCode);
        await _order.BecomesAsync("Completed");
        await _order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Shipment Overdue", "Order Completed");
        await _order.UnitsAreShippedAsync();
        await _order.MoneyIsAsync("Charge 25");
    }
}
