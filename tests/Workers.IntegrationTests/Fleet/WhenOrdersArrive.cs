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
    public async Task An_order_that_comes_by_HTTP_reserves_stock_and_its_customer_is_told()
    {
        await _fleet.StockAsync("laptop", 50);

        await _fleet.PlaceAsync("ORD-HTTP", "laptop", quantity: 2);

        await _fleet.OrderBecomesAsync("ORD-HTTP", "Reserved");
        Assert.Equal((48, 2), await _fleet.StockOfAsync("laptop"));
        await Eventually.TrueAsync(
            "the day counts a reservation", async () => (int)(await _fleet.FindAsync("/analytics/summary"))!["reservations"]! > 0);
    }

    [Fact]
    public async Task An_order_in_a_foreign_shape_reserves_stock_as_well()
    {
        await _fleet.StockAsync("phone", 50);

        await _fleet.PutEventAsync(
            "orders",
            "Order Created",
            """
            {"order_id":"ORD-FOREIGN","customer_id":"CUST-001","items":[{"item_id":"phone","quantity":2,"price":29.99}],
             "total":59.98,"timestamp":"2024-01-15T10:00:00Z"}
            """);

        await _fleet.OrderBecomesAsync("ORD-FOREIGN", "Reserved");
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
             "metadata":{"eventId":"0197f0c0-0000-7000-8000-000000000001"}}
            """,
            copies: 2);
        await _fleet.OrderBecomesAsync("ORD-TWICE", "Reserved");
        await _fleet.PlaceAsync("ORD-AFTER", "desk");
        await _fleet.OrderBecomesAsync("ORD-AFTER", "Reserved");

        Assert.Equal((46, 4), await _fleet.StockOfAsync("desk"));
    }

    [Fact]
    public async Task A_cancellation_that_comes_before_its_order_reserves_nothing()
    {
        await _fleet.StockAsync("lamp", 50);
        await _fleet.CancelAsync("ORD-EARLY");
        await _fleet.OrderBecomesAsync("ORD-EARLY", "Cancelled");

        await _fleet.PlaceAsync("ORD-EARLY", "lamp");
        await _fleet.PlaceAsync("ORD-LATER", "lamp");
        await _fleet.OrderBecomesAsync("ORD-LATER", "Reserved");

        Assert.Equal("Cancelled", await _fleet.StateOfAsync("ORD-EARLY"));
        Assert.Equal((49, 1), await _fleet.StockOfAsync("lamp"));
    }

    [Fact]
    public async Task A_hundred_orders_at_once_for_the_last_ten_units_reserve_exactly_ten()
    {
        await _fleet.StockAsync("ticket", 10);
        var orders = Enumerable.Range(0, 100).Select(i => $"ORD-RUSH-{i}").ToList();

        await Parallel.ForEachAsync(orders, TestContext.Current.CancellationToken, async (order, _) => await _fleet.PlaceAsync(order, "ticket"));

        foreach (var order in orders)
        {
            await Eventually.TrueAsync($"{order} is decided", async () => await _fleet.StateOfAsync(order) is not null);
        }

        var states = await Task.WhenAll(orders.Select(_fleet.StateOfAsync));
        Assert.Equal((10, 90), (states.Count(state => state == "Reserved"), states.Count(state => state == "Rejected")));
        Assert.Equal((0, 10), await _fleet.StockOfAsync("ticket"));
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
