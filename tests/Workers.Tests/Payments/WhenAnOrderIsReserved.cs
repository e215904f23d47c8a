using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Payments.Providers;

namespace Workers.Tests.Payments;

public sealed class WhenAnOrderIsReserved : PaymentsSpec
{
    [Fact]
    public void It_is_charged_and_told()
    {
        Handles(Reserved());

        Assert.Equal((110m, "Charged"), (Balance, State));
        Assert.Equal(
            new PaymentProcessed(OrderId, DerivedId.OfPayment(OrderId), "CUST-1", 110m, FakeTime.Start),
            Assert.Single(Told));
        Assert.Equal(1, Meters["workers.payments.charges/charged"]);
    }

    [Fact]
    public void A_duplicate_event_and_another_event_of_the_same_reservation_charge_nothing_more()
    {
        Worker.Receives(Reserved(), "event-1");
        Worker.Receives(Reserved(), "event-1");
        Worker.Receives(Reserved(), "event-2");
        Worker.RunUntilQuiet();
        Handles(Reserved());

        Assert.Equal([ChargeKey], Provider.Calls);
        Assert.Single(Told);
    }

    [Fact]
    public void A_message_that_comes_again_after_its_answer_was_lost_tells_the_same_again()
    {
        Worker.Publisher.RefusesOnce();

        Handles(Reserved());

        Assert.Equal([ChargeKey], Provider.Calls);
        Assert.Equal(FakeTime.Start, Assert.IsType<PaymentProcessed>(Assert.Single(Told)).Timestamp);
    }

    [Fact]
    public void Another_companys_reservation_charges_nobody()
    {
        Worker.ReceivesBody("""
            {"version":"0","id":"e-1","source":"inventory-service","detail-type":"InventoryReserved","time":"2026-01-15T10:00:00Z",
             "detail":{"orderId":"ORD-1","customerId":"CUST-1","amount":110,"items":[{"productId":"LAPTOP","quantity":1}],"timestamp":"2026-01-15T10:00:00Z"}}
            """);
        Worker.RunUntilQuiet();

        Assert.Empty(Provider.Calls);
        Assert.Empty(Worker.DeadLetters);
        Assert.Null(State);
    }

    [Theory]
    [InlineData(null, 110.0)]
    [InlineData("CUST-1", null)]
    public void Without_a_customer_or_an_amount_it_is_dead_lettered_with_why(string? customerId, double? amount)
    {
        Handles(new InventoryReserved(OrderId, [new("LAPTOP", 1)], FakeTime.Start, customerId, (decimal?)amount));

        Assert.Contains("no customerId or no amount", Assert.Single(Worker.DeadLetters).Reason, StringComparison.Ordinal);
        Assert.Empty(Provider.Calls);
    }

    [Fact]
    public void No_more_charges_are_on_their_way_than_there_may_be()
    {
        using var worker = new OneAtATime();

        worker.ReservesThree();

        Assert.Equal(1, worker.Most);
        Assert.Equal(3, worker.Charged);
    }

    private sealed class OneAtATime() : PaymentsSpec(
        new("Workers:Payments:MaxConcurrent", "1"), new("Workers:Payments:Simulated:Delay", "00:00:05"))
    {
        public int Most { get; private set; }

        public int Charged => Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Charge);

        public void ReservesThree()
        {
            foreach (var orderId in (string[])["ORD-1", "ORD-2", "ORD-3"])
            {
                Worker.Receives(Reserved() with { OrderId = orderId });
            }

            // Called is counted when a call begins, Charged when it ends.
            for (var second = 0; second < 30; second++)
            {
                Worker.Advance(TimeSpan.FromSeconds(1));
                Most = Math.Max(Most, Provider.Calls.Count - Charged);
            }
        }
    }
}
