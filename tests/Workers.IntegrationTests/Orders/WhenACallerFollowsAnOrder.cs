using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Orders;

[Collection(typeof(TradingFleet))]
public sealed class WhenACallerFollowsAnOrder
{
    private readonly RunningFleet _fleet;

    public WhenACallerFollowsAnOrder(RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _fleet = fleet;
    }

    [Fact]
    public async Task The_answer_is_held_until_the_order_has_ended_where_the_caller_prefers_to_wait()
    {
        await _fleet.StockAsync("wait-lamp", 10);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders")
        {
            Content = JsonContent.Create(new
            {
                customerId = "CUST-WAITS",
                amount = 10,
                items = new[] { new { productId = "wait-lamp", quantity = 1 } },
                shippingAddress = RunningFleet.Address,
            }),
            Headers = { { "Prefer", "wait=30" } },
        };

        using var answer = await _fleet.Api.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "wait=30"), (answer.StatusCode, string.Join(',', answer.Headers.GetValues("Preference-Applied"))));
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal("Completed", (string?)body!["order"]!["status"]);
    }

    [Fact]
    public async Task A_watch_streams_its_changes_to_its_end()
    {
        var order = new TrackedOrder(_fleet, "ORD-WATCHED", "SLOW-WATCHED");   // slow, so that there is a change to be seen
        await order.StockAsync();
        await order.PlaceAsync();
        await order.BecomesAsync("Reserved");

        var stream = await _fleet.Api.GetStringAsync($"/orders/{order.OrderId}/watch", TestContext.Current.CancellationToken);

        var lines = stream.Split('\n');
        var statuses = lines.Where(line => line.StartsWith("event: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(("event: Reserved", "event: Completed"), (statuses[0], statuses[^1]));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/orders/{order.OrderId}/watch");
        again.Headers.Add("Last-Event-ID", lines.Last(line => line.StartsWith("id: ", StringComparison.Ordinal))["id: ".Length..]);
        using var nothing = await _fleet.Api.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);
    }
}
