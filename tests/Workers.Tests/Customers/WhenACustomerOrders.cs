using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Tests.Customers;

public sealed class WhenACustomerOrders : CustomersSpec
{
    [Fact]
    public void The_order_counts_whether_they_registered_or_not()
    {
        Worker.Hears(Order("ORD-1", 59.98m)).Hears(Order("ORD-2", 10m)).Hears(Completed("ORD-1", 60m));

        Assert.Equal((2m, 69.98m), (Row.Number(CustomerColumns.OrdersPlaced), Row.Number(CustomerColumns.PlacedValue)));
        Assert.Equal((1m, 60m), (Row.Number(CustomerColumns.OrdersCompleted), Row.Number(CustomerColumns.CompletedValue)));
        Assert.Null(Row.Text(CustomerColumns.RegisteredAt));
        Assert.Empty(Worker.Said);
    }

    [Fact]
    public void An_order_counts_once_under_whatever_event_ids()
    {
        Worker.Hears(Order("ORD-1"), "one").Hears(Order("ORD-1"), "two").Hears(Order("ORD-1"), "one");
        Worker.Hears(Completed("ORD-1"), "three").Hears(Completed("ORD-1"), "four");

        Assert.Equal((1m, 1m), (Row.Number(CustomerColumns.OrdersPlaced), Row.Number(CustomerColumns.OrdersCompleted)));
    }

    [Theory]
    [InlineData("ORD-1", "ORD-2", "ORD-3")]
    [InlineData("ORD-3", "ORD-2", "ORD-1")]
    [InlineData("ORD-2", "ORD-3", "ORD-1")]
    public void The_first_is_the_one_placed_first_whatever_came_first(params string[] orderIds)
    {
        foreach (var orderId in orderIds)
        {
            Worker.Hears(Order(orderId, at: FakeTime.Start.AddMinutes(int.Parse(orderId[4..], null))));
        }

        Assert.Equal(("ORD-1", FakeTime.Start.AddMinutes(1)), (Row.Text(CustomerColumns.FirstOrderId), Row.Time(CustomerColumns.FirstOrderAt)));
        Assert.Equal(3m, Row.Number(CustomerColumns.OrdersPlaced));
    }

    [Fact]
    public void A_completion_that_comes_before_its_order_is_an_order_too()
    {
        Worker.Hears(Registration).Hears(Completed("ORD-1"));

        Worker.Passes(2 * Hour);

        Assert.DoesNotContain(OnboardingStep.FirstOrder, Steps);
    }
}
