using System.Text.Json.Nodes;
using Workers.Contracts.Events;

namespace Workers.Tests.Producer;

public sealed class WhenAnOrderIsCancelled(ProducerHost producer) : IClassFixture<ProducerHost>
{
    [Fact]
    public async Task A_request_is_published_for_the_orders_worker_to_decide()
    {
        await producer.RecordAsync("ORD-ASK", "ALICE");

        var (status, body) = await producer.PostAsync("/orders/ORD-ASK/cancel", new { reason = "too late" });

        Assert.Equal((202, "ORD-ASK"), (status, (string?)body["orderId"]));
        Assert.Equal("ecommerce.orders/Order Cancellation Requested", $"{producer.Bus.Taken[^1].Name.Source}/{producer.Bus.Taken[^1].Name.DetailType}");
        Assert.Equal(("too late", "ALICE"), ((string?)producer.Bus.LastDetail["reason"], (string?)producer.Bus.LastDetail["customerId"]));
        Assert.Null(producer.Bus.LastDetail["requestedBy"]);
    }

    [Fact]
    public async Task It_may_be_asked_for_before_the_order_comes_and_without_a_body()
    {
        using var response = await producer.SendAsync(HttpMethod.Post, "/orders/ORD-EARLY/cancel", null);

        Assert.Equal(202, (int)response.StatusCode);
        Assert.Equal("/orders/ORD-EARLY", response.Headers.Location?.ToString());
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("Paid", "The order is paid.")]
    [InlineData("Completed", "The order is on its way.")]
    [InlineData("Failed", "The order has failed already.")]
    [InlineData("Cancelled", "The order is cancelled already.")]
    public async Task An_order_that_refuses_is_a_conflict_and_nothing_is_published(string status, string reason)
    {
        await producer.PutAsync(ProducerHost.Placed($"ORD-{status}", "ALICE") with { Status = Enum.Parse<OrderStatus>(status) });

        var (answer, problem) = await producer.PostAsync($"/orders/ORD-{status}/cancel", new { }, $"key-{status}");

        Assert.Equal(409, answer);
        Assert.StartsWith(reason, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.DoesNotContain(producer.Bus.Taken, taken => taken.Detail.Contains($"ORD-{status}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeat_of_what_was_taken_has_the_first_answer_although_the_order_is_cancelled_since()
    {
        await producer.RecordAsync("ORD-TWICE", "ALICE");
        var (_, first) = await producer.PostAsync("/orders/ORD-TWICE/cancel", new { }, "twice");
        await producer.PutAsync(ProducerHost.Placed("ORD-TWICE", "ALICE") with { Status = OrderStatus.Cancelled });

        var (status, second) = await producer.PostAsync("/orders/ORD-TWICE/cancel", new { }, "twice");

        Assert.Equal(202, status);
        Assert.True(JsonNode.DeepEquals(first, second));
    }

    [Fact]
    public async Task Nobody_says_in_whose_name_it_was_asked_for()
    {
        var (status, problem) = await producer.PostAsync("/orders/ORD-FORGED/cancel", new { requestedBy = "BOB" });

        Assert.Equal(400, status);
        Assert.NotNull(problem["errors"]!["requestedBy"]);
    }

    [Fact]
    public async Task What_another_producer_says_on_the_bus_stays_its_own_event()
    {
        var (status, _) = await producer.PostAsync("/events", new { eventType = "OrderCancelled", orderId = "ORD-THEIRS", reason = "theirs" });

        Assert.Equal((200, "Order Cancelled"), (status, producer.Bus.Taken[^1].Name.DetailType));
    }
}
