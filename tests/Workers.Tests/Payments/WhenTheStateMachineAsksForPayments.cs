using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Payments.Providers;

namespace Workers.Tests.Payments;

/// <summary>Each state that an order's payment can be in, and each request that can find it so.</summary>
public sealed class WhenTheStateMachineAsksForPayments : PaymentsSpec
{
    private static readonly PaymentRequested Charge = new(OrderId, "CUST-1", 110m);
    private static readonly PaymentRequested Declined = new(OrderId, "DECLINED-1", 110m);
    private static readonly RefundRequested Refund = new(OrderId, "CUST-1", "no luck");

    private int _asked;

    [Fact]
    public void An_order_is_charged_once_however_often_it_is_asked_for()
    {
        Ask(Charge, Charge);
        Worker.Receives(Charge, Led("asked-1", "token-1"));   // redelivered
        Worker.RunUntilQuiet();

        Assert.Equal([ChargeKey], Provider.Calls);
        Assert.Equal(["token-1", "token-2", "token-1"], Worker.Published.Select(told => told.Metadata.TaskToken));
        Assert.Equal(
            new PaymentProcessed(OrderId, DerivedId.OfPayment(OrderId), "CUST-1", 110m, FakeTime.Start), Assert.Single(Told));
        Assert.Equal("orchestrated", Worker.Store[RowKey]!.Text(PaymentColumns.Fulfilment));
    }

    [Fact]
    public void What_was_charged_upon_its_reservation_is_the_same_fact()
    {
        Handles(Reserved());

        Ask(Charge);

        Assert.Equal([ChargeKey], Provider.Calls);
        Assert.Equal(2, Worker.Published.Count);
        Assert.IsType<PaymentProcessed>(Assert.Single(Told));
    }

    [Fact]
    public void What_was_declined_is_told_as_often_as_it_is_asked_for()
    {
        Ask(Declined, Declined);

        Assert.Equal([ChargeKey], Provider.Calls);
        Assert.Equal(["token-1", "token-2"], Worker.Published.Select(told => told.Metadata.TaskToken));
        Assert.IsType<PaymentFailed>(Assert.Single(Told));
    }

    [Fact]
    public void A_charge_whose_worker_died_is_asked_for_under_its_key()
    {
        DiedWhileCharging();

        Ask(Charge);

        Assert.Equal(1, Ledger.Entries[0].Repeats);
        Assert.IsType<PaymentProcessed>(Assert.Single(Told));
    }

    [Fact]
    public void What_was_charged_and_given_back_was_charged()
    {
        Ask(Charge, Refund, Charge);

        Assert.Equal([typeof(PaymentProcessed), typeof(PaymentRefunded), typeof(PaymentProcessed)], Answers());
        Assert.Equal(0m, Balance);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_order_that_ended_before_it_was_charged_is_told_that_it_is_not(bool byTheStateMachine)
    {
        if (byTheStateMachine)
        {
            Ask(Refund);
        }
        else
        {
            Handles(Cancelled);
        }

        Ask(Charge);

        Assert.Empty(Provider.Calls);
        Assert.Equal(new PaymentFailed(OrderId, "the order has ended", CustomerId: "CUST-1", Amount: 110m), Told.Last());
        Assert.Equal("Void", State);
    }

    [Theory]
    [InlineData("CUST-2", 110)]
    [InlineData("CUST-1", 111)]
    public void Another_order_that_was_charged_under_the_id_is_none_of_its_facts(string customerId, int amount)
    {
        Handles(Reserved());

        Ask(new PaymentRequested(OrderId, customerId, amount));

        Assert.Equal([ChargeKey], Provider.Calls);
        var failed = Assert.IsType<PaymentFailed>(Told.Last());
        Assert.Equal(("another order under this id was charged", customerId, amount), (failed.Reason, failed.CustomerId, failed.Amount));
        Assert.NotEqual(EmittedEventId.OfFact(EventNames.PaymentFailed, OrderId), Worker.Published[^1].Metadata.EventId);
    }

    [Fact]
    public void What_it_was_charged_is_given_back_once_and_told_as_often_as_asked()
    {
        Ask(Charge, Refund, Refund);

        Assert.Equal([ChargeKey, RefundKey], Provider.Calls);
        Assert.Equal(["token-1", "token-2", "token-3"], Worker.Published.Select(told => told.Metadata.TaskToken));
        Assert.Equal(new PaymentRefunded(OrderId, "CUST-1", DerivedId.OfPayment(OrderId), 110m, FakeTime.Start), Told.Last());
        Assert.Equal((0m, "Refunded"), (Balance, State));
    }

    [Fact]
    public void What_the_orders_worker_had_given_back_first_is_the_same_fact()
    {
        Ask(Charge);
        Handles(Failed);

        Ask(Refund);

        Assert.Equal([ChargeKey, RefundKey], Provider.Calls);
        Assert.Equal([typeof(PaymentProcessed), typeof(PaymentRefunded)], Told.Select(told => told.GetType()));
        Assert.Equal(3, Worker.Published.Count);
    }

    [Fact]
    public void A_charge_that_has_begun_is_waited_for_and_given_back()
    {
        Provider.IsAway = true;
        Worker.Receives(Charge, Led("asked-0", "token-0"));
        Worker.Advance(TimeSpan.FromSeconds(1));
        Worker.Receives(Refund, Led("back-0", "token-back"));
        Provider.IsAway = false;
        Worker.RunUntilQuiet();

        Assert.Equal((0m, "Refunded"), (Balance, State));
        Assert.Equal(1, Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Charge));
        Assert.Contains(Worker.Published, told => told is { Detail: PaymentRefunded, Metadata.TaskToken: "token-back" });
    }

    [Fact]
    public void What_was_never_charged_is_told_and_never_will_be()
    {
        Ask(Refund, Refund);

        Assert.All(Told, told => Assert.Equal(new NothingRefunded(OrderId, "CUST-1", "nothing was charged"), told));
        Assert.Equal(["token-1", "token-2"], Worker.Published.Select(told => told.Metadata.TaskToken));
        Assert.Equal("Void", State);

        Handles(Reserved());
        Assert.Empty(Provider.Calls);
    }

    [Fact]
    public void A_declined_charge_leaves_nothing_to_give_back()
    {
        Ask(Declined, Refund with { CustomerId = "DECLINED-1" });

        Assert.Equal(new NothingRefunded(OrderId, "DECLINED-1", "the charge was declined"), Told.Last());
        Assert.Equal("Declined", State);
    }

    [Fact]
    public void Another_customers_payment_is_left_alone()
    {
        Ask(Charge, Refund with { CustomerId = "CUST-2" });

        Assert.Equal(new NothingRefunded(OrderId, "CUST-2", "what was charged is another order's"), Told.Last());
        Assert.Equal((110m, "Charged"), (Balance, State));
    }

    [Fact]
    public void What_was_charged_for_nobody_that_the_state_machine_leads_is_left_alone()
    {
        Handles(Reserved());

        Ask(Refund);

        Assert.Equal(new NothingRefunded(OrderId, "CUST-1", "what was charged is another order's"), Told.Last());
        Assert.Equal((110m, "Charged"), (Balance, State));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("choreographed")]
    public void A_request_for_an_order_that_the_state_machine_does_not_lead_touches_nothing(string? fulfilment)
    {
        Ask(Charge);

        Worker.Receives(Refund, Led("back-1", "token-back") with { Fulfilment = fulfilment });
        Worker.RunUntilQuiet();

        Assert.Equal(new NothingRefunded(OrderId, "CUST-1", "the state machine does not lead the order"), Told.Last());
        Assert.Equal((110m, "Charged"), (Balance, State));
    }

    /// <summary>The facts of both forms and the requests, in every order, the provider at fault every other time.</summary>
    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public void Nobody_has_paid_for_an_order_that_was_undone_and_every_request_is_answered(params int[] order)
    {
        IEventDetail[] facts = [Charge, Refund, Failed];
        Provider.FailsEveryOtherCall = true;
        foreach (var fact in order.Concat(order))
        {
            Ask(facts[fact]);
        }

        Assert.Empty(Worker.DeadLetters);
        Assert.Equal(0m, Balance);
        Assert.True(Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Charge) <= 1);
        Assert.Subset(Worker.Published.Select(told => told.Metadata.TaskToken!).ToHashSet(), AskedFor(order, facts));
    }

    private static HashSet<string> AskedFor(int[] order, IEventDetail[] facts) =>
    [
        .. order.Concat(order).Select((fact, index) => (Detail: facts[fact], Token: $"token-{index + 1}"))
            .Where(asked => asked.Detail is not OrderFailed).Select(asked => asked.Token),
    ];

    private IEnumerable<Type> Answers() => Worker.Published.Select(told => told.Detail.GetType());

    /// <summary>Asks one after another, each time under another event and token.</summary>
    private void Ask(params IEnumerable<IEventDetail> requests)
    {
        foreach (var request in requests)
        {
            _asked++;
            Worker.Receives(request, Led($"asked-{_asked}", $"token-{_asked}"));
            Worker.RunUntilQuiet();
        }
    }

    private static EventMetadata Led(string eventId, string taskToken) =>
        new(eventId, "chain-1", TaskToken: taskToken, Fulfilment: Fulfilment.Orchestrated);
}
