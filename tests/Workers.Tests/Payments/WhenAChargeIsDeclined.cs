using Workers.Contracts;
using Workers.Contracts.Events;

namespace Workers.Tests.Payments;

public sealed class WhenAChargeIsDeclined : PaymentsSpec
{
    public WhenAChargeIsDeclined() => Handles(Reserved("DECLINED-7"));

    [Fact]
    public void The_order_is_told_why()
    {
        Assert.Equal(
            new PaymentFailed(
                OrderId, "the card was declined", "card_declined", "DECLINED-7", 110m, DerivedId.OfPayment(OrderId), FakeTime.Start),
            Assert.Single(Told));
        Assert.Equal((0m, "Declined"), (Balance, State));
        Assert.Equal(1, Meters["workers.payments.charges/declined"]);
    }

    [Fact]
    public void It_is_a_fact_and_no_failure() => Assert.Empty(Worker.DeadLetters);

    [Fact]
    public void Nothing_is_given_back_when_the_order_fails()
    {
        Handles(Failed);

        Assert.Equal([ChargeKey], Provider.Calls);
        Assert.Single(Told);
    }
}
