using Amazon.SQS.Model;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Fleet;

public sealed class WhenOrdersArrive : IClassFixture<RunningFleet>
{
    private readonly AwsEndpoint _endpoint;
    private readonly RunningFleet _fleet;

    public WhenOrdersArrive(AwsEndpoint endpoint, RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _endpoint = endpoint;
        _fleet = fleet;
    }

    [Fact]
    public async Task An_order_that_comes_by_HTTP_takes_stock_and_is_counted()
    {
        await _fleet.StockAsync("laptop", 50);

        await _fleet.PlaceAsync("ORD-HTTP", "laptop", quantity: 2);

        await _fleet.OrderBecomesAsync("ORD-HTTP", "Completed");
        await _fleet.StockBecomesAsync("laptop", available: 48, reserved: 0, shipped: 2);
        await Eventually.TrueAsync(
            "the day counts a reservation", async () => (int)(await _fleet.FindAsync("/analytics/summary"))!["reservations"]! > 0);
    }

    [Fact]
    public async Task An_order_in_a_foreign_shape_is_charged_and_fails_where_it_states_no_address()
    {
        await _fleet.StockAsync("phone", 50);

        await _fleet.PutEventAsync(
            "orders",
            "Order Created",
            """
            {"order_id":"ORD-FOREIGN","customer_id":"CUST-001","items":[{"item_id":"phone","quantity":2,"price":29.99}],
             "total":59.98,"timestamp":"2024-01-15T10:00:00Z"}
            """);

        await _fleet.OrderBecomesAsync("ORD-FOREIGN", "Failed");
        Assert.Equal("Shipping", await _fleet.FailedStageOfAsync("ORD-FOREIGN"));
        await _fleet.StockBecomesAsync("phone", available: 50, reserved: 0, shipped: 0);
    }

    [Fact]
    public async Task An_event_that_is_put_twice_changes_stock_once()
    {
        await _fleet.StockAsync("desk", 50);

        await _fleet.PutEventAsync(
            "ecommerce.orders",
            "Order Placed",
            """
            {"orderId":"ORD-TWICE","customerId":"CUST-1","amount":5,"items":[{"productId":"desk","quantity":3}],
             "shippingAddress":"5 Harbour Road","metadata":{"eventId":"0197f0c0-0000-7000-8000-000000000001"}}
            """,
            copies: 2);
        await _fleet.OrderBecomesAsync("ORD-TWICE", "Completed");
        await _fleet.PlaceAsync("ORD-AFTER", "desk");
        await _fleet.OrderBecomesAsync("ORD-AFTER", "Completed");

        await _fleet.StockBecomesAsync("desk", available: 46, reserved: 0, shipped: 4);
    }

    [Fact]
    public async Task A_hundred_orders_at_once_for_the_last_ten_units_ship_exactly_ten()
    {
        await _fleet.StockAsync("ticket", 10);
        var orders = Enumerable.Range(0, 100).Select(i => $"ORD-RUSH-{i}").ToList();

        await Parallel.ForEachAsync(orders, TestContext.Current.CancellationToken, async (order, _) => await _fleet.PlaceAsync(order, "ticket"));

        foreach (var order in orders)
        {
            await Eventually.TrueAsync($"{order} has ended", async () => await _fleet.StatusOfAsync(order) is "Completed" or "Failed");
        }

        var stages = await Task.WhenAll(orders.Select(_fleet.FailedStageOfAsync));
        Assert.Equal((10, 90), (stages.Count(stage => stage is null), stages.Count(stage => stage == "Reservation")));
        await _fleet.StockBecomesAsync("ticket", available: 0, reserved: 0, shipped: 10);
    }

    [Fact]
    public async Task A_high_value_order_is_told_to_its_customer_and_to_operations()
    {
        await _fleet.PutEventAsync(
            "ecommerce.orders",
            "Order Placed",
            """
            {"orderId":"ORD-RICH","customerId":"CUST-1","amount":100,"items":[{"productId":"yacht","quantity":1}],
             "metadata":{"eventId":"rich-1"}}
            """);

        await Eventually.TrueAsync("the customer was told", () => _fleet.HasNotifiedAsync("order-received#log#rich-1"));
        await Eventually.TrueAsync("operations were told", () => _fleet.HasNotifiedAsync("high-value-order#log#rich-1"));
    }

    [Fact]
    public async Task What_is_no_event_goes_to_the_dead_letter_queue_as_it_is_with_the_reason()
    {
        var sqs = _endpoint.Clients.Sqs;
        await sqs.SendMessageAsync(
            await _fleet.QueueUrlAsync("inventory-queue"), "not json", TestContext.Current.CancellationToken);

        var response = await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = await _fleet.QueueUrlAsync("inventory-dlq"),
                WaitTimeSeconds = 20,
                MessageAttributeNames = ["All"],
            },
            TestContext.Current.CancellationToken);

        var letter = Assert.Single(response.Messages);
        Assert.Equal("not json", letter.Body);
        Assert.Contains("Reason", letter.MessageAttributes);
    }

    [Fact]
    public async Task The_producer_is_ready_and_describes_itself()
    {
        Assert.NotNull(await _fleet.FindAsync("/health/ready"));
        Assert.NotNull((await _fleet.FindAsync("/openapi/v1.json"))?["paths"]?["/orders"]);
    }
}
