using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts.Events;
using Workers.OrderHistory;

namespace Workers.Tests.Producer;

public sealed class WhenACallerPrefersToWait : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly object Order =
        new { orderId = "ORD-1", customerId = "CUST-1", amount = 10, items = new[] { new { productId = "LAPTOP-001", quantity = 1 } } };

    private readonly ProducerHost _producer = new()
    {
        Settings = { ["Workers:Producer:RequestTimeout"] = "00:00:03", ["Workers:Producer:MaxWaits"] = "1" },
    };

    public ValueTask InitializeAsync() => _producer.InitializeAsync();

    public ValueTask DisposeAsync() => _producer.DisposeAsync();

    [Fact]
    public async Task A_POST_is_answered_with_the_order_when_it_has_ended()
    {
        var placing = SendAsync(HttpMethod.Post, "/orders", 20, Order);
        while (_producer.Bus.Calls == 0)
        {
            await Task.Yield();
        }

        await _producer.PutAsync(Ended("ORD-1"));
        using var response = await placing;

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("wait=20", Assert.Single(response.Headers.GetValues("Preference-Applied")));
        Assert.Equal("/orders/ORD-1", response.Headers.Location?.ToString());
        Assert.Equal("Completed", (string?)(await BodyAsync(response))["order"]!["status"]);
    }

    [Fact]
    public async Task A_POST_whose_order_has_not_ended_in_time_is_accepted_with_what_is_known_however_short_a_request_s_time_is()
    {
        await _producer.RecordAsync("ORD-1", "CUST-1");

        using var response = await SendAsync(HttpMethod.Post, "/orders", 4, Order);

        Assert.Equal(202, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("Placed", (string?)(await BodyAsync(response))["order"]!["status"]);
    }

    [Fact]
    public async Task A_repeat_under_a_key_waits_too()
    {
        using var first = await SendAsync(HttpMethod.Post, "/orders", 1, Order, "key");
        await _producer.PutAsync(Ended("ORD-1"));
        using var second = await SendAsync(HttpMethod.Post, "/orders", 10, Order, "key");

        Assert.Equal((202, 200), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal((string?)(await BodyAsync(first))["eventId"], (string?)(await BodyAsync(second))["eventId"]);
        Assert.Equal(1, _producer.Bus.Calls);
    }

    [Fact]
    public async Task A_GET_waits_for_an_order_that_is_on_its_way()
    {
        var reading = SendAsync(HttpMethod.Get, "/orders/ORD-1", 20);
        await _producer.RecordAsync("ORD-1", "CUST-1");
        await _producer.PutAsync(Ended("ORD-1"));
        using var response = await reading;

        Assert.Equal("Completed", (string?)(await BodyAsync(response))["status"]);
    }

    [Fact]
    public async Task A_GET_is_told_what_is_known_when_its_time_is_over()
    {
        await _producer.RecordAsync("ORD-1", "CUST-1");

        using var known = await SendAsync(HttpMethod.Get, "/orders/ORD-1", 1);
        using var unknown = await SendAsync(HttpMethod.Get, "/orders/ORD-NONE", 1);

        Assert.Equal((200, 404), ((int)known.StatusCode, (int)unknown.StatusCode));
        Assert.All([known, unknown], response => Assert.Equal("wait=1", Assert.Single(response.Headers.GetValues("Preference-Applied"))));
        Assert.Equal("Placed", (string?)(await BodyAsync(known))["status"]);
    }

    [Fact]
    public async Task One_more_than_may_wait_is_answered_at_once()
    {
        Task<HttpResponseMessage>[] readings = [SendAsync(HttpMethod.Get, "/orders/ORD-1", 20), SendAsync(HttpMethod.Get, "/orders/ORD-1", 20)];
        var answered = await Task.WhenAny(readings);
        var waiting = readings.Single(reading => reading != answered);
        using var first = await answered;

        Assert.Equal(404, (int)first.StatusCode);
        Assert.False(first.Headers.Contains("Preference-Applied"));
        Assert.False(waiting.IsCompleted);
        await _producer.PutAsync(Ended("ORD-1"));
        using var second = await waiting;
        Assert.Equal(200, (int)second.StatusCode);
    }

    private static Order Ended(string orderId) =>
        ProducerHost.Placed(orderId, "CUST-1") with { Version = 5, Status = OrderStatus.Completed, EndedAt = FakeTime.Start };

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, int wait, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Prefer", $"wait={wait}");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await _producer.Http.SendAsync(request, Cancellation);
    }

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
}
