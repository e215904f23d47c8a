using Workers.Contracts.Events;
using Workers.Partners;

namespace Workers.Tests.Payments;

public sealed class WhenTheProviderIsAway : PaymentsSpec
{
    [Fact]
    public void A_charge_waits_for_hours_and_is_made_when_it_is_back()
    {
        Provider.IsAway = true;
        Worker.Receives(Reserved());
        Worker.Advance(TimeSpan.FromHours(6));

        Assert.Empty(Worker.DeadLetters);
        Assert.Equal("Charging", State);
        Assert.Equal(Provider.Calls.Count, Meters["workers.payments.outages"]);

        Provider.IsAway = false;
        Worker.RunUntilQuiet();

        Assert.Equal((110m, "Charged"), (Balance, State));
        Assert.IsType<PaymentProcessed>(Assert.Single(Told));
        Assert.All(Provider.Calls, key => Assert.Equal(ChargeKey, key));
    }

    [Fact]
    public void A_refund_waits_for_hours_and_is_made_when_it_is_back()
    {
        Handles(Reserved());
        Provider.IsAway = true;
        Worker.Receives(Failed);
        Worker.Advance(TimeSpan.FromHours(6));

        Assert.Empty(Worker.DeadLetters);
        Assert.Equal("Refunding", State);

        Provider.IsAway = false;
        Worker.RunUntilQuiet();

        Assert.Equal((0m, "Refunded"), (Balance, State));
        Assert.IsType<PaymentRefunded>(Told.Last());
    }

    [Fact]
    public void An_answer_that_was_lost_is_asked_for_again_under_the_same_key()
    {
        Provider.Booked = _ =>
        {
            Provider.Booked = _ => { };
            throw new PartnerDownException("the answer was lost");
        };

        Handles(Reserved());

        Assert.Equal([ChargeKey, ChargeKey], Provider.Calls);
        Assert.Equal(1, Assert.Single(Ledger.Entries).Repeats);
        Assert.Equal(110m, Balance);
    }
}
