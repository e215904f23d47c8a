namespace Workers.Tests.Producer;

public sealed class WhenAnIdempotencyKeyIsGiven(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly object Order =
        new { customerId = "CUST-1", amount = 10m, items = new[] { new { productId = "LAPTOP-001", quantity = 1 } } };

    [Fact]
    public async Task A_repeated_request_is_one_event_of_one_order()
    {
        var (_, first) = await producer.PostAsync("/orders", Order, "key-1");
        var (_, second) = await producer.PostAsync("/orders", Order, "key-1");

        Assert.Equal((string?)first["eventId"], (string?)second["eventId"]);
        Assert.Equal((string?)first["orderId"], (string?)second["orderId"]);
        Assert.Matches("^ORD-[0-9a-f]{20}$", (string?)first["orderId"]);
    }

    [Fact]
    public async Task Another_key_or_another_route_is_another_event()
    {
        var (_, first) = await producer.PostAsync("/orders", Order, "key-2");
        var (_, other) = await producer.PostAsync("/orders", Order, "key-3");
        var (_, route) = await producer.PostAsync("/inventory/P/restock", new { quantity = 1 }, "key-2");

        Assert.Distinct([(string?)first["eventId"], (string?)other["eventId"], (string?)route["eventId"]]);
    }

    [Theory]
    [InlineData("/Orders")]
    [InlineData("/orders/")]
    public async Task A_route_that_is_written_otherwise_is_the_same_route(string path)
    {
        var (_, first) = await producer.PostAsync("/orders", Order, $"key-of-{path}");
        var (_, second) = await producer.PostAsync(path, Order, $"key-of-{path}");

        Assert.Equal((string?)first["eventId"], (string?)second["eventId"]);
    }

    [Fact]
    public async Task What_a_route_is_about_is_told_apart_by_case()
    {
        var (_, first) = await producer.PostAsync("/inventory/p/restock", new { quantity = 1 }, "key-of-p");
        var (_, other) = await producer.PostAsync("/inventory/P/restock", new { quantity = 1 }, "key-of-p");

        Assert.NotEqual((string?)first["eventId"], (string?)other["eventId"]);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        var (status, _) = await producer.PostAsync("/orders", Order, new string('k', 257));

        Assert.Equal(400, status);
    }
}
