using Microsoft.Extensions.DependencyInjection;
using Workers.Analytics;
using Workers.Analytics.Counting;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Events;

namespace Workers.Tests.Analytics;

/// <summary>The analytics worker as its program registers it, on tables in memory.</summary>
public sealed class WhenOrdersEnd : IDisposable
{
    private static readonly DateTimeOffset Now = FakeTime.Start;

    private readonly HandlerTest _test = new(builder =>
    {
        builder.AddAnalyticsQueue();
        builder.Services.Configure<CounterOptions>(options => options.Shards = 1);
    });

    public static TheoryData<string, IEventDetail> Counted => new()
    {
        { "paid", new OrderPaid("order-1", "customer-1", 10m, "pay-1", [new OrderItem("laptop", 1)], Now, Now, 3) },
        { "refunded", new PaymentRefunded("order-1", "customer-1", "pay-1", 10m, Now) },
        { "completed", new OrderCompleted("order-1", "customer-1", 10m, "ship-1", 1.5m, Now, Now, 4) },
        { "cancellations", new OrderCancellationDecided("order-1", "customer-1", 10m, "none", Now, Now, 3) },
        { "failed/Reservation", Failed("order-1", OrderStage.Reservation) },
        { "failed/Payment", Failed("order-1", OrderStage.Payment) },
        { "failed/Shipping", Failed("order-1", OrderStage.Shipping) },
        { "failed/Deadline", Failed("order-1", OrderStage.Deadline) },
    };

    public void Dispose() => _test.Dispose();

    [Theory]
    [MemberData(nameof(Counted))]
    public void Each_end_is_counted_once_per_order_in_its_minute_and_its_day(string metric, IEventDetail end)
    {
        _test.Receives(end, "event-1");
        _test.Receives(end, "event-1");
        _test.Receives(end, "another-event-of-the-same");
        _test.RunUntilQuiet();

        Assert.Empty(_test.DeadLetters);
        Assert.Equal(1, Counter("2026-01-15", metric)?.Number(AnalyticsColumns.Count));
        Assert.Equal(1, Counter("2026-01-15T10", $"00/{metric}")?.Number(AnalyticsColumns.Count));
    }

    [Fact]
    public void Money_in_and_money_back_are_added_up_and_leave_revenue_alone()
    {
        foreach (var (orderId, amount) in new[] { ("order-1", 10.25m), ("order-2", 5.50m) })
        {
            _test.Receives(new OrderPaid(orderId, "customer-1", amount, "pay-1", [new OrderItem("laptop", 1)], Now, Now, 3));
        }

        _test.Receives(new PaymentRefunded("order-2", "customer-1", "pay-1", 5.50m, Now));
        _test.RunUntilQuiet();

        Assert.Equal((2, 15.75m), Total("paid"));
        Assert.Equal((1, 5.50m), Total("refunded"));
        Assert.Null(Counter("2026-01-15", AnalyticsMetric.Orders));
    }

    [Fact]
    public void Failures_are_told_apart_by_their_stage()
    {
        _test.Receives(Failed("order-1", OrderStage.Payment));
        _test.Receives(Failed("order-2", OrderStage.Payment));
        _test.Receives(Failed("order-3", OrderStage.Deadline));
        _test.RunUntilQuiet();

        Assert.Equal((2, null), Total("failed/Payment"));
        Assert.Equal((1, null), Total("failed/Deadline"));
    }

    private static OrderFailed Failed(string orderId, OrderStage stage) =>
        new(orderId, "customer-1", stage, "no luck", 10m, [], Now, Now, 3);

    private (decimal? Count, decimal? Sum) Total(string metric) =>
        Counter("2026-01-15", metric) is { } row ? (row.Number(AnalyticsColumns.Count), row.Number(AnalyticsColumns.Sum)) : default;

    private Item? Counter(string bucket, string metric) => _test.Store[new(
        Topology.AnalyticsTable, AnalyticsColumns.Bucket, bucket, AnalyticsColumns.Metric, AnalyticsBucket.Shard(metric, 0))];
}
