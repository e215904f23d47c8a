using Workers.Contracts.Events;
using Workers.OrderHistory.Views;
using static Workers.Tests.Orders.Views.ViewEvents;

namespace Workers.Tests.Orders.Views;

public sealed class WhenAnEventIsListed
{
    [Theory]
    [InlineData("Recorded", 1, OrderStatus.Placed, 100, 0)]
    [InlineData("Paid", 4, OrderStatus.Paid, 101, 1)]
    [InlineData("Completed", 6, OrderStatus.Completed, 101, 2)]
    [InlineData("Failed", 3, OrderStatus.Failed, 100, 3)]
    [InlineData("Cancelled", 3, OrderStatus.Cancelled, 100, 4)]
    public void The_row_shows_what_the_event_made_of_the_order(string name, int version, OrderStatus status, int amount, int minute)
    {
        var order = CustomerOrder.Of(Named(name));

        Assert.Equal(
            new CustomerOrder("CUST-1", "ORD-1", version, status, amount, FakeTime.Start, FakeTime.Start.AddMinutes(minute)), order);
    }

    [Fact]
    public void What_changes_no_list_is_passed_over() =>
        Assert.Null(CustomerOrder.Of(new CancellationRefused("ORD-1", "CUST-1", OrderStatus.Paid, "the order is paid", FakeTime.Start, FakeTime.Start, 5)));

    [Fact]
    public void Its_key_sorts_by_the_time_in_utc_whatever_the_offset()
    {
        var elsewhere = CustomerOrder.Of(Recorded with { PlacedAt = FakeTime.Start.ToOffset(TimeSpan.FromHours(2)) })!;

        Assert.Equal(new ViewKey("b/CUST-1", "2026-01-15T10:00:00.0000000Z#ORD-1"), elsewhere.Key("b"));
    }
}
