using System.Net;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Seeds;

/// <summary>S3, a stack in snake_case, and S4, an API gateway in front of EventBridge.</summary>
public sealed class WhenTheStacksEventsArrive : IClassFixture<RunningFleet>
{
    private readonly RunningFleet _fleet;
    private readonly SeedFleet _seeds;

    public WhenTheStacksEventsArrive(Endpoint.AwsEndpoint endpoint, RunningFleet fleet)
    {
        fleet.RequireTransactions();
        (_seeds, _fleet) = (new(endpoint, fleet), fleet);
    }

    [Fact]
    public async Task Stock_in_snake_case_is_restocked_and_an_order_of_it_is_charged()
    {
        await _fleet.PutEventAsync(
            "inventory", "Inventory Updated", """{"item_id":"ITEM-001","quantity":100,"action":"restock","timestamp":"2024-01-15T10:00:00Z"}""");
        await Eventually.TrueAsync("the item is there", async () => await _fleet.StockOfAsync("ITEM-001") == (100, 0, 0));

        await _fleet.PutEventAsync(
            "orders",
            "Order Created",
            """
            {"order_id":"ORD-001","customer_id":"CUST-001","items":[{"item_id":"ITEM-001","quantity":2,"price":29.99}],
             "total":59.98,"timestamp":"2024-01-15T10:00:00Z"}
            """);

        await _fleet.OrderBecomesAsync("ORD-001", "Failed");   // the stack knows no address
        Assert.Equal(["Placed", "Reserved", "Paid", "Failed"], (await _seeds.TimelineAsync("ORD-001")).Take(4));
        await _fleet.StockBecomesAsync("ITEM-001", available: 100, reserved: 0, shipped: 0);
    }

    [Fact]
    public async Task An_order_whose_items_are_names_is_taken_by_HTTP_and_from_the_bus()
    {
        await _fleet.StockAsync("laptop", 50);
        await _fleet.StockAsync("mouse", 50);
        const string Detail = """{"orderId":"ORD-12345","customerId":"CUST-001","amount":99.99,"items":["laptop","mouse"]}""";

        await _seeds.PostAsync($$"""{"detail-type":"order-created","detail":{{Detail}}}""");
        await _fleet.PutEventAsync("api-gateway", "order-created", Detail.Replace("12345", "67890", StringComparison.Ordinal));

        foreach (var orderId in (string[])["ORD-12345", "ORD-67890"])
        {
            await _fleet.OrderBecomesAsync(orderId, "Failed");
            Assert.Equal(["Placed", "Reserved", "Paid", "Failed"], (await _seeds.TimelineAsync(orderId)).Take(4));
        }
    }

    [Fact]
    public async Task Notifications_that_others_sent_are_counted_by_their_channel()
    {
        await _seeds.PostAsync(
            """
            {"detail-type":"notification-sent","detail":{"notificationId":"NOTIF-456","recipient":"user@example.com",
             "message":"Your order is on its way","channel":"email","priority":"high"}}
            """);
        await _fleet.PutEventAsync("notifications", "Notification Sent", """{"notification_id":"N-1","channel":"sms","recipient":"+1 555 0100"}""");

        await Eventually.TrueAsync("both are counted", async () =>
            (await _fleet.FindAsync("/analytics/summary"))!["notifications"] is { } sent && (int?)sent["email"] == 1 && (int?)sent["sms"] == 1);
    }

    [Fact]
    public async Task An_event_of_later_work_is_refused_by_name()
    {
        using var response = await _seeds.TryPostAsync("""{"detail-type":"support-ticket","detail":{"ticketId":"SUPPORT-001"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
