using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

[Collection(typeof(TradingFleet))]
public sealed class WhenAShippedOrderIsCancelled
{
    private readonly RunningFleet _fleet;
    private readonly TrackedOrder _order;

    public WhenAShippedOrderIsCancelled(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _fleet = fleet;
        _order = new(fleet, "ORD-GONE", "CUST-GONE");
    }

    [Fact]
    public async Task The_caller_hears_why_not_and_so_does_the_customer_where_another_program_asks()
    {
        await _order.StockAsync();
        await _order.PlaceAsync();
        await _order.BecomesAsync("Completed");

        using var answer = await _order.TryCancelAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Contains("on its way", (string?)problem!["detail"], StringComparison.Ordinal);

        await _fleet.PutEventAsync("ecommerce.orders", "Order Cancelled", $$"""{"orderId":"{{_order.OrderId}}","reason":"Too late"}""");

        await _order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Order Completed", "Cancellation Refused");
        await _order.MailsAreAsync("cancellation-refused", "order-confirmed", "order-paid", "order-received", "order-shipped");
        Assert.Equal("Completed", (string?)(await _order.ReadAsync())["status"]);
        await _order.UnitsAreShippedAsync();
        await _order.MoneyIsAsync("Charge 25");
    }
}
