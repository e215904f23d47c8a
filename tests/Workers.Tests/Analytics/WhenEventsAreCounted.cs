using Microsoft.Extensions.Options;
using Workers.Analytics.Counting;
using Workers.Analytics.Handlers;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;

namespace Workers.Tests.Analytics;

public sealed class WhenEventsAreCounted
{
    private readonly Counters _counters = new(Options.Create(new CounterOptions { Instance = "pod-1", Shards = 1 }));

    [Fact]
    public void An_order_counts_in_its_minute_its_day_and_its_products()
    {
        var order = new OrderPlaced(
            "order-1", "customer-1", [new OrderItem("laptop", 1, 100m), new OrderItem("mouse", 2), new OrderItem("laptop", 2, 90m)], 280m);

        var decision = new OrderPlacedHandler(_counters).Decide(Messages.Of(order), new Items(new Dictionary<ItemKey, Item?>()));

        Assert.Equal(
            [
                ("2026-01-15T10", "05/orders#0", 1m, 280m),
                ("2026-01-15", "orders#0", 1m, 280m),
                ("2026-01-15/products", "laptop#0", 3m, 280m),
                ("2026-01-15/products", "mouse#0", 2m, 0m),
            ],
            decision.Writes.Cast<Update>().Select(Row));
    }

    [Fact]
    public void The_event_s_own_time_decides_where()
    {
        var at = new DateTimeOffset(2026, 1, 1, 1, 30, 0, TimeSpan.FromHours(2));
        var refund = new PaymentRefunded("order-1", "customer-1", "pay-1", 10m, at);

        var decision = new CountingHandler<PaymentRefunded>(_counters, _ => "refunded")
            .Decide(Messages.Of(refund), new Items(new Dictionary<ItemKey, Item?>()));

        Assert.Equal(["2025-12-31T23", "2025-12-31"], decision.Writes.Select(write => write.Key.PartitionValue));
    }

    [Fact]
    public void A_minute_is_kept_for_seven_days_and_a_day_for_ever()
    {
        var writes = _counters.One("orders", Messages.Now);

        var expiry = new DateTimeOffset(2026, 1, 22, 10, 5, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal($"{expiry}", writes[0].Sets["expiresAt"].N);
        Assert.Empty(writes[1].Sets);
    }

    [Fact]
    public void A_minute_at_the_end_of_the_calendar_is_counted_too()
    {
        var writes = _counters.One("orders", DateTimeOffset.MaxValue);

        Assert.Equal(["9999-12-31T23", "9999-12-31"], writes.Select(write => write.Key.PartitionValue));
    }

    [Fact]
    public void An_instance_keeps_its_shard_and_instances_spread()
    {
        var shards = Enumerable.Range(0, 100)
            .Select(i => new Counters(Options.Create(new CounterOptions { Instance = $"pod-{i}" })))
            .Select(counters => counters.One("orders", Messages.Now)[1].Key.SortValue)
            .ToHashSet();

        Assert.InRange(shards.Count, 12, 16);
    }

    private static (string, string?, decimal, decimal) Row(Update update) =>
        (update.Key.PartitionValue, update.Key.SortValue, update.Adds["count"], update.Adds.GetValueOrDefault("sum"));
}
