using System.Globalization;
using System.Text.Json.Nodes;
using Workers.IntegrationTests.Fleet;
using Workers.IntegrationTests.Seeds;

namespace Workers.IntegrationTests.Trade;

/// <summary>S4's analytics event, as it is, by HTTP and from the bus.</summary>
public sealed class WhenVisitorsBuy : IClassFixture<RunningFleet>
{
    private const string Purchase =
        """{"eventType":"purchase","userId":"USER-001","sessionId":"SESS-001","properties":{"orderValue":199.99,"currency":"USD"}}""";

    private readonly RunningFleet _fleet;
    private readonly SeedFleet _seeds;

    public WhenVisitorsBuy(Endpoint.AwsEndpoint endpoint, RunningFleet fleet)
    {
        fleet.RequireTransactions();
        (_seeds, _fleet) = (new(endpoint, fleet), fleet);
    }

    [Fact]
    public async Task A_purchase_counts_and_converts_once_it_is_known_what_came_before_it()
    {
        await _seeds.PostAsync($$"""{"detail-type":"analytics-event","detail":{{Purchase}}}""");
        await BecomesAsync("the purchase counts", total => (int)total["purchases"]! == 1 && (int)total["conversions"]! == 0);

        var before = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToString("O", CultureInfo.InvariantCulture);
        await _fleet.PutEventAsync(
            "web-shop",
            "analytics-event",
            $$"""
            {"eventType":"page_view","userId":"USER-001","sessionId":"SESS-001","timestamp":"{{before}}",
             "properties":{"page":"/products/macbook-pro","timeOnPage":45},"metadata":{"eventId":"VIEW-1"} }
            """,
            copies: 3);
        await _fleet.PutEventAsync("web-shop", "analytics-event", Purchase.Replace("001", "002", StringComparison.Ordinal));

        await BecomesAsync("both purchases count, and one converts", total => (int)total["purchases"]! == 2 && (int)total["conversions"]! == 1);
        await BecomesAsync("the view counts", total => total["types"]!["page_view"] is not null);
        var total = await TotalAsync();
        Assert.Equal((1, 2, 2), ((int)total["types"]!["page_view"]!, (int)total["types"]!["purchase"]!, (int)total["sessions"]!));
        Assert.Equal((0.5m, 399.98m, 199.99m), ((decimal)total["rate"]!, (decimal)total["purchaseValue"]!["USD"]!, (decimal)total["conversionValue"]!["USD"]!));
        Assert.Empty(await _seeds.DeadLettersAsync());
    }

    [Fact]
    public async Task A_visit_without_a_visitor_is_refused_by_the_name_of_the_field()
    {
        const string Nobody = """{"eventType":"click","sessionId":"SESS-NOBODY"}""";

        using var response = await _seeds.TryPostAsync($$"""{"detail-type":"analytics-event","detail":{{Nobody}}}""");
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("userId", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<JsonObject> TotalAsync() => (await _fleet.FindAsync("/analytics/conversions"))!["total"]!.AsObject();

    private Task BecomesAsync(string what, Func<JsonObject, bool> holds) => Eventually.TrueAsync(what, async () => holds(await TotalAsync()));
}
