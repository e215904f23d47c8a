using System.Net;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Seeds;

/// <summary>S0, a lab on fan-out: bodies of POST /events, an update that makes stock low, and a rule with a constant input.</summary>
public sealed class WhenTheLabsBodiesArePosted : IClassFixture<RunningFleet>
{
    private readonly SeedFleet _seeds;
    private readonly RunningFleet _fleet;

    public WhenTheLabsBodiesArePosted(Endpoint.AwsEndpoint endpoint, RunningFleet fleet)
    {
        fleet.RequireTransactions();
        (_seeds, _fleet) = (new(endpoint, fleet), fleet);
    }

    [Fact]
    public async Task An_order_without_prices_reserves_both_products_until_nobody_can_ship_them()
    {
        await _fleet.StockAsync("LAPTOP-001", 50);
        await _fleet.StockAsync("MOUSE-002", 50);

        var answer = await _seeds.PostAsync(
            """
            {"eventType":"OrderPlaced","customerId":"CUST-12345","amount":129.99,
             "items":[{"productId":"LAPTOP-001","quantity":1},{"productId":"MOUSE-002","quantity":2}]}
            """);

        var orderId = (string)answer["orderId"]!;
        await Eventually.TrueAsync("it was reserved", async () => await _seeds.TimelineAsync(orderId) is [_, "Reserved", ..]);
        await _fleet.OrderBecomesAsync(orderId, "Failed");   // the lab knows no address
        await _fleet.StockBecomesAsync("LAPTOP-001", available: 50, reserved: 0, shipped: 0);
        await _seeds.IsNotifiedAsync("order-received", answer);
        await _seeds.IsNotifiedAsync("high-value-order", answer);
    }

    [Fact]
    public async Task An_order_below_the_limit_is_no_high_value_order()
    {
        await _fleet.StockAsync("ACCESSORY-001", 50);

        var answer = await _seeds.PostAsync(
            """{"eventType":"OrderPlaced","customerId":"CUST-002","amount":29.99,"items":[{"productId":"ACCESSORY-001","quantity":1}]}""");

        await _seeds.IsNotifiedAsync("order-received", answer);
        Assert.False(await _fleet.HasNotifiedAsync($"high-value-order#log#{answer["eventId"]}"));
    }

    [Fact]
    public async Task An_update_that_falls_to_the_threshold_sets_the_stock()
    {
        await _seeds.PostAsync("""{"eventType":"InventoryUpdate","productId":"DESK-001","previousStock":50,"currentStock":8,"threshold":10}""");

        await Eventually.TrueAsync("the desk is counted", async () => await _fleet.StockOfAsync("DESK-001") == (8, 0, 0));
    }

    [Fact]
    public async Task Another_event_type_is_a_bad_request() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _seeds.TryPostAsync("""{"eventType":"OrderShredded"}""")).StatusCode);

    [Fact]
    public async Task A_high_value_rule_with_a_constant_input_tells_operations()
    {
        var messageId = await _fleet.SendAsync("notification-queue", """{"alertType":"HIGH_VALUE_ORDER","priority":"urgent"}""");

        await Eventually.TrueAsync("operations were told", () => _fleet.HasNotifiedAsync($"high-value-order#log#{messageId}"));
    }

    [Fact]
    public async Task The_lambdas_own_event_has_a_time_without_an_offset()
    {
        await _fleet.StockAsync("PROD-001", 50);

        await _fleet.PutEventAsync(
            "ecommerce.orders",
            "Order Placed",
            """
            {"orderId":"ORD-20260115-101500","customerId":"CUST-001","amount":99.99,"items":[{"productId":"PROD-001","quantity":1}],
             "timestamp":"2026-01-15T10:15:00.123456"}
            """);

        await _fleet.OrderBecomesAsync("ORD-20260115-101500", "Failed");
        var order = await _fleet.FindAsync("/orders/ORD-20260115-101500");
        Assert.Contains("2026-01-15T10:15:00.123456", order!["timeline"]![0]!.ToJsonString(), StringComparison.Ordinal);
    }
}
