using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Payments.Providers;

namespace Workers.Tests.Payments;

public sealed class WhenAnOrderEnds : PaymentsSpec
{
    [Fact]
    public void What_it_was_charged_is_given_back_and_told()
    {
        Handles(Reserved(), Failed);

        Assert.Equal([ChargeKey, RefundKey], Provider.Calls);
        Assert.Equal((0m, "Refunded"), (Balance, State));
        Assert.Equal(new PaymentRefunded(OrderId, "CUST-1", DerivedId.OfPayment(OrderId), 110m, FakeTime.Start), Told.Last());
        Assert.Equal(1, Meters["workers.payments.refunds/refunded"]);
    }

    [Fact]
    public void A_reservation_that_comes_later_is_not_charged()
    {
        Handles(Cancelled, Reserved());

        Assert.Empty(Provider.Calls);
        Assert.Empty(Told);
        Assert.Equal("Void", State);
    }

    [Fact]
    public void A_charge_that_has_just_begun_is_waited_for()
    {
        DiedWhileCharging();
        Worker.Receives(Failed);
        Worker.Advance(TimeSpan.FromSeconds(29));

        Assert.Empty(Provider.Calls);
        Assert.Equal("Charging", State);
    }

    [Fact]
    public void A_charge_whose_worker_died_is_asked_for_under_its_key_and_given_back()
    {
        DiedWhileCharging();

        Handles(Failed);

        Assert.Equal([ChargeKey, RefundKey], Provider.Calls);
        Assert.Equal(1, Ledger.Entries[0].Repeats);
        Assert.Equal((0m, "Refunded"), (Balance, State));
        Assert.IsType<PaymentRefunded>(Assert.Single(Told));

        Handles(Reserved());

        Assert.Equal([ChargeKey, RefundKey], Provider.Calls);
        Assert.IsType<PaymentProcessed>(Told.Last());
    }

    [Fact]
    public void A_charge_that_turns_out_to_be_declined_ends_it()
    {
        Provider.IsAway = true;
        Worker.Receives(Reserved("DECLINED-1"));
        Worker.Advance(TimeSpan.FromSeconds(1));
        Worker.Receives(Failed);
        Provider.IsAway = false;
        Worker.RunUntilQuiet();

        Assert.DoesNotContain(RefundKey, Provider.Calls);
        Assert.Equal((0m, "Declined"), (Balance, State));
    }

    [Fact]
    public void A_charge_that_answers_after_the_refund_is_told_and_stays_refunded()
    {
        Provider.Booked = key =>
        {
            Provider.Booked = _ => { };
            Worker.Store[RowKey] = Worker.Store[RowKey]!
                .With("state", "Refunded").With("settledAt", FakeTime.Start).With("refundedAt", FakeTime.Start);
        };

        Handles(Reserved());

        Assert.Equal("Refunded", State);
        Assert.IsType<PaymentProcessed>(Assert.Single(Told));
    }

    [Fact]
    public void A_refund_that_the_provider_refuses_is_dead_lettered_and_made_when_the_message_is_sent_back()
    {
        Provider.RefusesRefunds = true;
        Handles(Reserved(), Failed);

        Assert.Equal("It is too late.", Assert.Single(Worker.DeadLetters).Reason);
        Assert.Equal((110m, "Refunding"), (Balance, State));
        Assert.Equal(1, Meters["workers.payments.refunds/refused"]);

        Provider.RefusesRefunds = false;
        Handles(Failed);

        Assert.Equal((0m, "Refunded"), (Balance, State));
    }

    [Fact]
    public void A_second_end_gives_nothing_back_twice()
    {
        Handles(Reserved(), Failed, Failed, Cancelled);

        Assert.Equal([ChargeKey, RefundKey], Provider.Calls);
        Assert.Equal(1, Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Refund));
    }
}
