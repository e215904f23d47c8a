using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

/// <summary>A fleet at rest, whose orders have come to every end that there is.</summary>
public sealed class TradedFleet(AwsEndpoint endpoint) : IAsyncLifetime
{
    /// <summary>How many orders there are.</summary>
    public const int Orders = 8;

    /// <summary>The fleet.</summary>
    public RunningFleet Fleet { get; } = new(endpoint);

    public async ValueTask InitializeAsync()
    {
        await Fleet.InitializeAsync();
        if (!endpoint.IsMoto)
        {
            await TradeAsync();
        }
    }

    public ValueTask DisposeAsync() => Fleet.DisposeAsync();

    private async Task TradeAsync()
    {
        await Fleet.StockAsync("lamp", 100);
        await Fleet.CancelAsync("ORD-EARLY");
        await Eventually.TrueAsync(
            "the cancellation is on record", async () => await Fleet.FindAsync("/orders/ORD-EARLY/events") is not null);
        await LoseAsync(new(Fleet, "ORD-LOST", "CUST-LOST"));
        await Fleet.PlaceAsync("ORD-1", "lamp");
        await Fleet.PlaceAsync("ORD-2", "lamp", customerId: "SLOW");
        await Fleet.PlaceAsync("ORD-UNKNOWN", "no-such-lamp");
        await Fleet.PlaceAsync("ORD-DECLINED", "lamp", customerId: "DECLINED");
        await Fleet.PlaceAsync("ORD-NOWHERE", "lamp", shippingAddress: "7 Nowhere Lane");
        await Fleet.PlaceAsync("ORD-HOMELESS", "lamp", shippingAddress: null);
        await Fleet.PlaceAsync("ORD-EARLY", "lamp");
        await Quiet.WaitAsync(endpoint, Fleet);
    }

    private static async Task LoseAsync(TrackedOrder order)
    {
        await order.PlaceWithOrdersAloneAsync();
        await order.BecomesAsync("Placed");
        await order.PassPaymentDeadlineAsync();
    }
}
