using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts.Events;
using Workers.OrderHistory;

namespace Workers.Tests.Producer;

public sealed class WhenTheHistoryOfAnOrderIsRead(WhenTheHistoryOfAnOrderIsRead.Recorded recorded) : IClassFixture<WhenTheHistoryOfAnOrderIsRead.Recorded>
{
    private static readonly DateTimeOffset Start = FakeTime.Start;

    private readonly ProducerHost _producer = recorded.Producer;

    [Fact]
    public async Task Each_entry_says_what_told_it_and_what_it_was_caused_by()
    {
        var page = await GetAsync("/orders/ORD-1/events");

        Assert.Equal([1, 2, 3], page["events"]!.AsArray().Select(entry => (int)entry!["version"]!));
        var last = page["events"]![2]!.AsObject();
        Assert.Equal(("Decided", "ecommerce.orders", "Order Cancellation Decided"), ((string?)last["kind"], (string?)last["source"], (string?)last["detail-type"]));
        Assert.Equal(("event-3", "cause", "Orders/1.0"), ((string?)last["eventId"], (string?)last["causationId"], (string?)last["recordedBy"]));
        Assert.Equal("changed my mind", (string?)last["detail"]!["reason"]);
        Assert.Equal("the order itself has not come yet", (string?)page["events"]![0]!["why"]);
        Assert.False(last.ContainsKey("correlationId") || last.ContainsKey("why") || last.ContainsKey("foreign") || page.ContainsKey("next"));
    }

    [Fact]
    public async Task It_is_read_page_by_page()
    {
        var first = await GetAsync("/orders/ORD-1/events?limit=2");
        var second = await GetAsync($"/orders/ORD-1/events?limit=2&next={(string?)first["next"]}");

        Assert.Equal([1, 2, 3], first["events"]!.AsArray().Concat(second["events"]!.AsArray()).Select(entry => (int)entry!["version"]!));
        Assert.False(second.ContainsKey("next"));
    }

    [Theory]
    [InlineData("version=2", "Placed", 2)]
    [InlineData("version=3", "Cancelled", 3)]
    [InlineData("at=2026-01-15T10:02:00Z", "Placed", 2)]
    [InlineData("at=2026-01-15T11:02:59.9999999%2B01:00", "Placed", 2)]
    [InlineData("at=2026-01-15T11:03:00+01:00", "Cancelled", 3)]
    public async Task The_order_is_shown_as_it_was(string query, string status, int version)
    {
        var order = await GetAsync($"/orders/ORD-1?{query}");

        Assert.Equal((status, version), ((string?)order["status"], (int)order["version"]!));
    }

    [Theory]
    [InlineData("ORD-1?version=4", 404, "3")]
    [InlineData("ORD-1?version=1", 404, "later")]
    [InlineData("ORD-1?at=2026-01-15T10:00:59Z", 404, "later")]
    [InlineData("ORD-NONE?version=1", 404, "on its way")]
    [InlineData("ORD-NONE/events", 404, "on its way")]
    [InlineData("ORD-1?version=0", 400, "from 1")]
    [InlineData("ORD-1?version=two", 400, "version")]
    [InlineData("ORD-1?at=2026-01-15T10:00:00", 400, "offset")]
    [InlineData("ORD-1?at=2026-13-15T10:00:00Z", 400, "offset")]
    [InlineData("ORD-1?at=yesterday", 400, "offset")]
    [InlineData("ORD-1?version=1&at=2026-01-15T10:00:00Z", 400, "absent")]
    [InlineData("ORD-1/events?limit=101", 400, "limit")]
    [InlineData("ORD-1/events?next=one", 400, "next")]
    public async Task What_cannot_be_shown_is_told(string path, int status, string why)
    {
        using var response = await _producer.Http.GetAsync($"/orders/{path}", TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(why, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<JsonObject> GetAsync(string path) =>
        (await _producer.Http.GetFromJsonAsync<JsonObject>(path, TestContext.Current.CancellationToken))!;

    /// <summary>An API with an order whose payment came before itself, and that was cancelled.</summary>
    public sealed class Recorded : IAsyncLifetime
    {
        internal ProducerHost Producer { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Producer.InitializeAsync();
            await Producer.RecordAsync(
                "ORD-1",
                new(1, EntryKind.Pending, new PaymentFailed("ORD-1", "none"), Start) { Why = "the order itself has not come yet" },
                new(2, EntryKind.Decided, new OrderRecorded("ORD-1", "CUST-1", [new("P", 1)], 10, 0, 0, 10, Start, 2), Start),
                new(3, EntryKind.Decided, new OrderCancellationDecided("ORD-1", "CUST-1", 10, "changed my mind", Start, Start, 3), Start));
        }

        public ValueTask DisposeAsync() => Producer.DisposeAsync();
    }
}
