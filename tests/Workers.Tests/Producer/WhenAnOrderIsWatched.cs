using System.Text.Json.Nodes;
using Workers.Contracts.Events;
using Workers.OrderHistory;

namespace Workers.Tests.Producer;

public sealed class WhenAnOrderIsWatched : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly ProducerHost _producer = new()
    {
        Settings = { ["Workers:Producer:MaxWatches"] = "2", ["Workers:Producer:MaxConcurrentRequests"] = "2", ["Workers:Producer:RequestTimeout"] = "00:00:03" },
    };

    public async ValueTask InitializeAsync()
    {
        await _producer.InitializeAsync();
        await _producer.RecordAsync("ORD-1", "CUST-1");
    }

    public ValueTask DisposeAsync() => _producer.DisposeAsync();

    [Fact]
    public async Task It_is_told_as_it_is_and_then_each_change_until_its_end()
    {
        using var response = await WatchAsync();
        using var events = await ReaderOf(response);

        var first = await NextAsync(events);
        await WaitLongerThanARequestMayAsync();
        await _producer.PutAsync(At(3, OrderStatus.Paid));
        var second = await NextAsync(events);
        await _producer.PutAsync(At(5, OrderStatus.Completed));
        var third = await NextAsync(events);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["id: 1/event: Placed", "id: 3/event: Paid", "id: 5/event: Completed"], new[] { first, second, third }.Select(lines => $"{lines[0]}/{lines[1]}"));
        Assert.Equal("ORD-1", (string?)JsonNode.Parse(third[2]["data: ".Length..])!["orderId"]);
        Assert.Null(await events.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task Who_comes_back_is_told_nothing_again()
    {
        using var response = await WatchAsync("1");
        await _producer.PutAsync(At(5, OrderStatus.Completed));
        using var events = await ReaderOf(response);

        Assert.Equal("id: 5", (await NextAsync(events))[0]);
    }

    [Fact]
    public async Task Who_has_seen_its_end_is_told_not_to_come_back()
    {
        await _producer.PutAsync(At(5, OrderStatus.Failed));

        using var response = await WatchAsync("5");

        Assert.Equal(204, (int)response.StatusCode);
    }

    [Fact]
    public async Task One_more_than_may_watch_hears_when_to_come_back_and_others_are_answered()
    {
        using var first = await WatchAsync();
        using var second = await WatchAsync();
        using var third = await WatchAsync();
        using var other = await _producer.Http.GetAsync("/orders/ORD-1", Cancellation);

        Assert.Equal((200, 200, 503, 200), ((int)first.StatusCode, (int)second.StatusCode, (int)third.StatusCode, (int)other.StatusCode));
        Assert.NotNull(third.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_order_that_is_not_known_is_not_watched()
    {
        using var response = await _producer.Http.GetAsync("/orders/ORD-NONE/watch", Cancellation);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_host_that_stops_ends_it_at_once()
    {
        using var response = await WatchAsync();
        using var events = await ReaderOf(response);
        await NextAsync(events);

        await _producer.StopAsync();

        Assert.Null(await events.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task A_comment_now_and_then_keeps_it_open_for_ten_minutes()
    {
        var time = new FakeTime();
        await using var producer = new ProducerHost { Time = time };
        await producer.InitializeAsync();
        await producer.RecordAsync("ORD-1", "CUST-1");
        using var response = await producer.Http.GetAsync("/orders/ORD-1/watch", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var events = await ReaderOf(response);
        await NextAsync(events);
        var reading = CountCommentsAsync(events);

        while (!reading.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            using var paced = await producer.Http.GetAsync("/health/live", Cancellation);   // the stream's own read gets as much time
        }

        Assert.InRange(await reading, 5, 40);
    }

    private async Task WaitLongerThanARequestMayAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/ORD-NONE");
        request.Headers.TryAddWithoutValidation("Prefer", "wait=4");
        using var response = await _producer.Http.SendAsync(request, Cancellation);
        Assert.True(response.Headers.Contains("Preference-Applied"));
    }

    private static async Task<int> CountCommentsAsync(StreamReader events)
    {
        var comments = 0;
        while (await events.ReadLineAsync(Cancellation) is { } line)
        {
            comments += line == ":" ? 1 : 0;
        }

        return comments;
    }

    private static Order At(int version, OrderStatus status) => ProducerHost.Placed("ORD-1", "CUST-1") with { Version = version, Status = status };

    private async Task<HttpResponseMessage> WatchAsync(string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/ORD-1/watch");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        return await _producer.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    private static async Task<StreamReader> ReaderOf(HttpResponseMessage response) => new(await response.Content.ReadAsStreamAsync(Cancellation));

    private static async Task<List<string>> NextAsync(StreamReader events)
    {
        var lines = new List<string>();
        while (await events.ReadLineAsync(Cancellation) is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
