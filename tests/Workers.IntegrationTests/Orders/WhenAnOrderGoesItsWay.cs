using System.Text.Json.Nodes;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

[Collection(typeof(TradingFleet))]
public sealed class WhenAnOrderGoesItsWay
{
    private readonly RunningFleet _fleet;

    public WhenAnOrderGoesItsWay(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _fleet = fleet;
    }

    [Fact]
    public async Task It_is_charged_and_shipped_once_and_its_customer_is_told_of_every_step()
    {
        var order = await PlacedAsync("ORD-WAY");

        await order.BecomesAsync("Completed");
        await order.UnitsAreShippedAsync();
        await order.MoneyIsAsync("Charge 25");
        await order.MailsAreAsync("order-confirmed", "order-paid", "order-received", "order-shipped");
        await order.IsListedAsync("Completed");
        await order.DecisionsBecomeAsync("Order Recorded", "Order Paid", "Order Completed");
    }

    [Fact]
    public async Task Its_history_has_no_gap_and_says_what_caused_each_decision()
    {
        var order = await PlacedAsync("ORD-HISTORY");

        await order.BecomesAsync("Completed");

        var history = await order.HistoryAsync();
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(entry => (int)entry["version"]!));
        Assert.Equal((string?)Entry(history, "Payment Processed")["eventId"], (string?)Entry(history, "Order Paid")["causationId"]);
        Assert.Equal((string?)Entry(history, "Shipment Created")["eventId"], (string?)Entry(history, "Order Completed")["causationId"]);
        Assert.Single(history.Select(entry => (string?)entry["correlationId"]).Distinct());
    }

    [Fact]
    public async Task It_is_delivered_when_the_carrier_says_so()
    {
        var order = await PlacedAsync("ORD-DELIVERED");
        await order.BecomesAsync("Completed");
        var shipmentId = (string)(await order.ReadAsync())["shipment"]!["shipmentId"]!;

        using var delivered = await _fleet.Api.PostAsync(
            $"/shipments/{shipmentId}/delivered", content: null, TestContext.Current.CancellationToken);

        delivered.EnsureSuccessStatusCode();
        await Eventually.TrueAsync("it is delivered", async () => (await order.ReadAsync())["shipment"]!["deliveredAt"] is not null);
        Assert.Equal("Completed", (string?)(await order.ReadAsync())["status"]);
    }

    private static JsonObject Entry(IReadOnlyList<JsonObject> history, string detailType) =>
        history.Single(entry => (string?)entry["detail-type"] == detailType);

    private async Task<TrackedOrder> PlacedAsync(string orderId)
    {
        var order = new TrackedOrder(_fleet, orderId, $"CUST-{orderId}");
        await order.StockAsync();
        await order.PlaceAsync();
        return order;
    }
}
