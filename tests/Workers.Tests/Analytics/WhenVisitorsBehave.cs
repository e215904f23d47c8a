using Microsoft.Extensions.DependencyInjection;
using Workers.Analytics;
using Workers.Analytics.Behaviour;
using Workers.Analytics.Counting;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;

namespace Workers.Tests.Analytics;

/// <summary>The analytics worker as its program registers it, on tables in memory.</summary>
public sealed class WhenVisitorsBehave : IDisposable
{
    // So long ago that nothing here lies in the future, whose times are refused.
    private static readonly DateTimeOffset Then = FakeTime.Start.AddDays(-3);

    private readonly HandlerTest _test = new(builder =>
    {
        builder.AddAnalyticsQueue();
        builder.Services.Configure<CounterOptions>(options => options.Shards = 1);
        builder.Services.Configure<BehaviourOptions>(options => options.Rates = new() { ["EUR"] = "1.085" });
    });

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Each_event_is_enriched_by_what_is_known_of_its_session()
    {
        Hears(View(0), "v");
        Hears(Of("purchase", 61.5) with { OrderValue = 100m, Currency = "eur" }, "p");

        Assert.Equal(
            [
                new BehaviourEnriched("page_view", "U", "S", Then, Day(Then), Then.Hour, 1, 1, 0, VisitorKind.New, false, BehaviourStep.View),
                new BehaviourEnriched(
                    "purchase", "U", "S", Then.AddSeconds(61.5), Day(Then), Then.Hour, 1, 2, 61.5m, VisitorKind.New, true, BehaviourStep.Purchase,
                    100m, "eur", 108.5m, "USD", "medium"),
            ],
            Told<BehaviourEnriched>());
    }

    [Fact]
    public void A_session_is_as_long_as_the_times_of_its_events_lie_apart_in_whatever_order_they_come()
    {
        Hears(View(60));
        Hears(View(0));
        Hears(View(30));

        Assert.Equal([(1, 0m), (2, 60m), (3, 60m)], Told<BehaviourEnriched>().Select(told => (told.SessionEvents, told.SessionLength)));
    }

    [Fact]
    public void A_visitor_is_new_in_their_first_session_and_returns_in_each_that_follows()
    {
        foreach (var session in (string[])["S1", "S2", "S1", "S3"])
        {
            Hears(View(0) with { SessionId = session });
        }

        Hears(View(0) with { UserId = "V", SessionId = "S1" });

        Assert.Equal(
            [(1, VisitorKind.New), (2, VisitorKind.Returning), (1, VisitorKind.New), (3, VisitorKind.Returning), (1, VisitorKind.New)],
            Told<BehaviourEnriched>().Select(told => (told.SessionNumber, told.Visitor)));
        Assert.Equal(4, Count("sessions"));
    }

    [Fact]
    public void What_else_a_producer_says_goes_on()
    {
        var said = new Dictionary<string, string> { ["page"] = "/laptops" };

        Hears(View(0) with { Properties = said });

        Assert.Equal(said, Assert.Single(Told<BehaviourEnriched>()).Properties);
    }

    [Theory]
    [InlineData("page_view", 1800, 1)]
    [InlineData("click", 1800, 1)]
    [InlineData("page_view", 1800.001, 0)]
    [InlineData("page_view", 0, 1)]
    [InlineData("page_view", -1, 0)]    // it was bought before anything was looked at
    [InlineData("signup", 10, 0)]
    public void A_purchase_within_the_window_after_a_view_or_a_click_is_a_conversion(string first, double after, int conversions)
    {
        foreach (var purchaseFirst in (bool[])[false, true])
        {
            var (user, act, purchase) = (
                $"U-{purchaseFirst}", Of(first, 0) with { UserId = $"U-{purchaseFirst}" }, Purchase(after) with { UserId = $"U-{purchaseFirst}" });
            Hears(purchaseFirst ? purchase : act, $"{user}-1");
            Hears(purchaseFirst ? act : purchase, $"{user}-2");

            var told = Told<ConversionRecorded>().Where(told => told.UserId == user).ToList();
            Assert.Equal(conversions, told.Count);
            Assert.All(told, conversion => Assert.Equal($"{user}-{(purchaseFirst ? 1 : 2)}", conversion.PurchaseEventId));
        }
    }

    [Fact]
    public void A_view_of_another_session_or_of_another_visitor_converts_nothing()
    {
        Hears(View(0) with { SessionId = "S-before" });
        Hears(View(0) with { UserId = "V" });
        Hears(Purchase(1));

        Assert.Empty(Told<ConversionRecorded>());
    }

    [Fact]
    public void A_view_that_comes_late_converts_every_purchase_that_waited_for_it_once()
    {
        Hears(Purchase(10), "p1");
        Hears(Purchase(20), "p2");
        Hears(View(5));
        Hears(View(6));

        Assert.Equal(["p1", "p2"], Told<ConversionRecorded>().Select(told => told.PurchaseEventId).Distinct().Order());
        Assert.Equal((2, 399.98m), (Count("conversions"), Sum("conversion-value/USD")));
        Assert.Equal(1, Count("converted-sessions"));
    }

    [Fact]
    public void Everything_is_counted_once_however_often_it_comes()
    {
        for (var copy = 0; copy < 3; copy++)
        {
            Hears(View(0), "v");
            Hears(Of("add_to_cart", 1), "c");
            Hears(Purchase(2), "p");
            Hears(Purchase(3) with { OrderValue = 10m, Currency = "EUR" }, "q");
            Hears(Of("signup", 4), "s");
        }

        Assert.Empty(_test.DeadLetters);
        foreach (var (metric, count) in new[]
        {
            ("type/page_view", 1), ("type/add_to_cart", 1), ("type/purchase", 2), ("type/signup", 1), ("sessions", 1), ("reached/View", 1),
            ("reached/Click", 1), ("reached/Purchase", 1), ("converted-sessions", 1), ("purchases", 2), ("conversions", 2),
        })
        {
            Assert.Equal((metric, count), (metric, Count(metric)));
        }

        Assert.Equal((210.84m, 210.84m), (Sum("purchase-value/USD"), Sum("conversion-value/USD")));
    }

    [Fact]
    public void A_value_in_a_currency_without_a_rate_is_counted_as_such()
    {
        Hears(View(0));
        Hears(Purchase(1) with { Currency = "CHF" });

        Assert.Equal((1, 1, 1), (Count("purchases"), Count("conversions"), Count("unrated/CHF")));
        Assert.Null(Sum("purchase-value/USD"));
        var enriched = Told<BehaviourEnriched>()[^1];
        Assert.Equal((199.99m, "CHF", null, null, null), (enriched.OrderValue, enriched.Currency, enriched.Value, enriched.ValueCurrency, enriched.ValueTier));
    }

    [Fact]
    public void A_value_without_a_currency_is_in_the_houses()
    {
        Hears(Purchase(1) with { Currency = null });

        Assert.Equal((199.99m, "USD"), (Told<BehaviourEnriched>()[0].Value, Told<BehaviourEnriched>()[0].ValueCurrency));
    }

    [Fact]
    public void A_session_counts_in_the_day_of_its_first_event_and_an_event_in_its_own()
    {
        Hears(View(0));
        Hears(View(3600 * 24));

        Assert.Equal((1, 1, 1), (Count("sessions"), Count("reached/View"), Count("type/page_view")));
        Assert.Equal(1, Count("type/page_view", Then.AddDays(1)));
        Assert.Null(Count("reached/View", Then.AddDays(1)));
    }

    [Fact]
    public void Two_events_of_one_session_that_come_at_once_both_count()
    {
        for (var index = 0; index < 40; index++)
        {
            _test.Receives(View(index), $"v{index}");
        }

        _test.RunUntilQuiet();

        Assert.Empty(_test.DeadLetters);
        Assert.Equal(40, Count("type/page_view"));
        Assert.Equal(Enumerable.Range(1, 40), Told<BehaviourEnriched>().DistinctBy(told => told.SessionEvents).Select(told => told.SessionEvents).Order());
    }

    [Fact]
    public void A_session_is_remembered_for_its_life_and_a_visitor_for_ever()
    {
        Hears(View(-3600 * 24 * 400));

        var row = _test.Store[SessionRow.Key("U", "S")]!;
        Assert.InRange(row.Number(SessionColumns.ExpiresAt)!.Value - FakeTime.Start.AddDays(35).ToUnixTimeSeconds(), 0, 60);
        Assert.Null(_test.Store[Visitor.Key("U")]!.Number(SessionColumns.ExpiresAt));
    }

    private static BehaviourRecorded Of(string type, double seconds) => new(type, "U", "S", Timestamp: Then.AddSeconds(seconds));

    private static BehaviourRecorded View(double seconds) => Of("page_view", seconds);

    private static BehaviourRecorded Purchase(double seconds) => Of("purchase", seconds) with { OrderValue = 199.99m, Currency = "USD" };

    private static string Day(DateTimeOffset at) => AnalyticsBucket.OfDay(at);

    private void Hears(BehaviourRecorded recorded, string? eventId = null)
    {
        _test.Receives(recorded, eventId);
        _test.RunUntilQuiet();
    }

    private List<T> Told<T>() => [.. _test.Published.Select(published => published.Detail).OfType<T>()];

    private decimal? Count(string metric, DateTimeOffset? day = null) => Counter(metric, day ?? Then)?.Number(AnalyticsColumns.Count);

    private decimal? Sum(string metric) => Counter(metric, Then)?.Number(AnalyticsColumns.Sum);

    private Item? Counter(string metric, DateTimeOffset day) => _test.Store[new(
        Topology.AnalyticsTable, AnalyticsColumns.Bucket, AnalyticsBucket.OfBehaviour(day), AnalyticsColumns.Metric, AnalyticsBucket.Shard(metric, 0))];
}
