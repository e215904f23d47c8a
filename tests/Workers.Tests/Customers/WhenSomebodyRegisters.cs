using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Tests.Customers;

public sealed class WhenSomebodyRegisters : CustomersSpec
{
    [Fact]
    public void They_have_a_profile_and_are_welcomed_at_once()
    {
        Worker.Hears(Registration with { Timestamp = FakeTime.Start });

        Assert.Equal(("ada@example.com", "Ada"), (Row.Text(CustomerColumns.Email), Row.Text(CustomerColumns.Name)));
        Assert.Equal(FakeTime.Start, Row.Time(CustomerColumns.RegisteredAt));
        var registered = Assert.Single(Worker.SaidDetails.OfType<CustomerRegistered>());
        var welcome = Assert.Single(Worker.SaidDetails.OfType<OnboardingStepDue>());
        Assert.Equal(new("CUST-1", FakeTime.Start, welcome.Timestamp + Hour, "ada@example.com", "Ada"), registered);
        Assert.Equal(new("CUST-1", OnboardingStep.Welcome, welcome.Timestamp, "ada@example.com", "Ada"), welcome);
        Assert.InRange(welcome.Timestamp, FakeTime.Start, FakeTime.Start + Minute);
    }

    [Fact]
    public void A_second_registration_under_another_event_id_changes_nothing()
    {
        Worker.Hears(Registration, "one").Hears(Registration with { Email = "eve@example.com" }, "two").Hears(Registration, "one");

        Assert.Equal("ada@example.com", Row.Text(CustomerColumns.Email));
        Assert.Equal(2, Worker.Said.Count);
    }

    [Fact]
    public void Who_orders_nothing_is_reminded_once_when_the_time_has_come_and_not_before()
    {
        Worker.Hears(Registration);

        Worker.Passes(Hour - Minute);
        Assert.Equal([OnboardingStep.Welcome], Steps);
        Assert.Null(Row.Time(CustomerColumns.RemindedAt));

        Worker.Passes(2 * Minute);
        Assert.Equal([OnboardingStep.Welcome, OnboardingStep.FirstOrder], Steps);
        Assert.Equal(Row.Time(CustomerColumns.RemindAt), Row.Time(CustomerColumns.RemindedAt));
        Assert.Equal(0, Worker.Waiting);
    }

    [Fact]
    public void A_timer_that_comes_twice_reminds_once()
    {
        Worker.Hears(Registration);
        Worker.Repeats(Assert.Single(Worker.SaidDetails.OfType<CustomerRegistered>()), "the same in another message");

        Worker.Passes(2 * Hour);

        Assert.Single(Steps, OnboardingStep.FirstOrder);
    }

    [Fact]
    public void Who_has_ordered_meanwhile_is_not_reminded()
    {
        Worker.Hears(Registration).Hears(Order("ORD-1"));

        Worker.Passes(2 * Hour);

        Assert.Equal([OnboardingStep.Welcome], Steps);
    }

    [Fact]
    public void An_order_in_the_very_moment_of_the_reminder_stops_it()
    {
        Worker.Hears(Registration);
        Worker.MeetsFirst(Order("ORD-1"));

        Worker.Passes(2 * Hour);

        Assert.Equal([OnboardingStep.Welcome], Steps);
        Assert.Null(Row.Time(CustomerColumns.RemindedAt));
    }

    [Fact]
    public void Who_ordered_before_is_welcomed_and_never_reminded()
    {
        Worker.Hears(Order("ORD-1")).Hears(Registration);

        Worker.Passes(2 * Hour);

        Assert.Equal([OnboardingStep.Welcome], Steps);
        Assert.Equal(("ORD-1", "Ada"), (Row.Text(CustomerColumns.FirstOrderId), Row.Text(CustomerColumns.Name)));
    }

    [Fact]
    public void Who_registered_elsewhere_long_ago_is_reminded_after_the_whole_time_all_the_same()
    {
        Worker.Hears(Registration with { Timestamp = FakeTime.Start.AddYears(-2) });

        Worker.Passes(Hour - Minute);
        Assert.Equal([OnboardingStep.Welcome], Steps);
        Assert.Equal(FakeTime.Start.AddYears(-2), Row.Time(CustomerColumns.RegisteredAt));

        Worker.Passes(2 * Minute);
        Assert.Contains(OnboardingStep.FirstOrder, Steps);
    }
}
