using Workers.Contracts.Events;
using Workers.OrderHistory.Views;
using static Workers.Tests.Orders.Views.ViewEvents;

namespace Workers.Tests.Orders.Views;

public sealed class WhenAMilestoneIsCounted
{
    [Theory]
    [InlineData("Recorded", "placed", "00/placed +1, placed +1")]
    [InlineData("Paid", "paid", "01/paid +1, paid +1")]
    [InlineData("Completed", "completed", "02/completed +1, completed +1, 02/shipped-seconds +120.5, shipped-seconds +120.5")]
    [InlineData("Failed", "failed", "03/failed-payment +1, failed-payment +1")]
    [InlineData("Cancelled", "cancelled", "04/cancelled +1, cancelled +1")]
    public void The_minute_and_the_day_of_the_event_go_up(string name, string milestone, string counters)
    {
        var counted = BoardMilestone.Of(Named(name))!;

        Assert.Equal(milestone, counted.Name);
        Assert.Equal(new ViewKey("a/order#ORD-1", "counted"), counted.OrderKey("a"));
        Assert.Equal(counters, string.Join(", ", counted.Counters("a").Select(counter => FormattableString.Invariant($"{counter.Key.Sort} +{counter.Value}"))));
        Assert.Equal(["a/2026-01-15T10", "a/2026-01-15"], counted.Counters("a").Select(counter => counter.Key.Partition).Distinct());
    }

    [Theory]
    [InlineData(OrderStage.Reservation, "failed-reservation")]
    [InlineData(OrderStage.Payment, "failed-payment")]
    [InlineData(OrderStage.Shipping, "failed-shipping")]
    [InlineData(OrderStage.Deadline, "failed-deadline")]
    public void A_failure_counts_under_its_stage(OrderStage stage, string metric) =>
        Assert.Equal(metric, Assert.Single(BoardMilestone.Of(Failed with { Stage = stage })!.Adds).Metric);

    [Fact]
    public void What_is_no_milestone_is_passed_over() =>
        Assert.Null(BoardMilestone.Of(new ShipmentOverdue("ORD-1", "CUST-1", FakeTime.Start, FakeTime.Start, 5)));
}
