namespace Workers.Tests.Producer;

public sealed class WhenAnOrderIdIsTaken(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly string[] Laptop = ["LAPTOP-001"];

    [Fact]
    public async Task Another_customer_s_order_is_a_conflict_and_is_not_published()
    {
        await producer.RecordAsync("ORD-ALICE", "ALICE");

        var (status, _) = await PlaceAsync("ORD-ALICE", "BOB");

        Assert.Equal(409, status);
        Assert.DoesNotContain(producer.Bus.Taken, taken => taken.Detail.Contains("ORD-ALICE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(11, 1)]
    [InlineData(10, 2)]
    public async Task Another_order_of_the_same_customer_is_a_conflict_too(int amount, int quantity)
    {
        await producer.RecordAsync("ORD-OTHER", "ALICE");

        Assert.Equal(409, (await PlaceAsync("ORD-OTHER", "ALICE", amount, quantity)).Status);
    }

    [Fact]
    public async Task The_same_order_again_is_no_conflict()
    {
        await producer.RecordAsync("ORD-SAME", "ALICE");

        Assert.Equal(202, (await PlaceAsync("ORD-SAME", "ALICE")).Status);
    }

    [Fact]
    public async Task Its_key_may_be_used_again_without_the_id()
    {
        await producer.RecordAsync("ORD-KEYED", "ALICE");
        var order = new { orderId = "ORD-KEYED", customerId = "BOB", amount = 10, items = new[] { new { productId = "LAPTOP-001", quantity = 1 } } };

        Assert.Equal(409, (await producer.PostAsync("/orders", order, "taken")).Status);
        Assert.Equal(202, (await producer.PostAsync("/orders", new { order.customerId, order.amount, order.items }, "taken")).Status);
    }

    [Fact]
    public async Task A_repeat_of_what_was_accepted_before_gets_the_same_answer()
    {
        var order = new { orderId = "ORD-LATER", customerId = "BOB", amount = 10, items = new[] { new { productId = "LAPTOP-001", quantity = 1 } } };
        Assert.Equal(202, (await producer.PostAsync("/orders", order, "first")).Status);

        await producer.RecordAsync("ORD-LATER", "ALICE");

        Assert.Equal(202, (await producer.PostAsync("/orders", order, "first")).Status);
    }

    [Fact]
    public async Task A_cancellation_that_names_another_customer_is_a_conflict_and_is_not_published()
    {
        await producer.RecordAsync("ORD-CANCEL", "ALICE");

        Assert.Equal(409, (await producer.PostAsync("/orders/ORD-CANCEL/cancel", new { customerId = "BOB" })).Status);
        Assert.DoesNotContain(producer.Bus.Taken, taken => taken.Detail.Contains("ORD-CANCEL", StringComparison.Ordinal));
        Assert.Equal(202, (await producer.PostAsync("/orders/ORD-CANCEL/cancel", new { customerId = "ALICE" })).Status);
    }

    [Fact]
    public async Task A_foreign_shape_is_told_so_too()
    {
        await producer.RecordAsync("ORD-FOREIGN", "ALICE");

        var (status, _) = await producer.PostAsync("/events", new Dictionary<string, object>
        {
            ["detail-type"] = "order-created",
            ["detail"] = new { orderId = "ORD-FOREIGN", customerId = "BOB", amount = 10, items = Laptop },
        });

        Assert.Equal(409, status);
    }

    private Task<(int Status, System.Text.Json.Nodes.JsonObject Body)> PlaceAsync(
        string orderId, string customerId, int amount = 10, int quantity = 1) =>
        producer.PostAsync("/orders", new { orderId, customerId, amount, items = new[] { new { productId = "LAPTOP-001", quantity } } });
}
