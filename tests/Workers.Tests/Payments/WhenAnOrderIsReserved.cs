using Workers.Contracts;
using Workers.Contracts.Events;

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
             "detail":{"orderId":"ORD-1","customerId":"CUST-1","amount":110,"timestamp":"2026-01-15T10:00:00Z",
             "items":[{"productId":"LAPTOP","quantity":1}]}}
            """);
        Worker.RunUntilQuiet();

        Assert.Empty(Provider.Calls);
        Assert.Empty(Worker.DeadLetters);
        Assert.Null(State);
    }

    [Theory]
    [InlineData(null, 110.0)]
    [InlineData("CUST-1", null)]
    public void Without_a_customer_or_an_amount_it_is_anothers_and_nobody_is_charged(string? customerId, double? amount)
    {
        Handles(new InventoryReserved(OrderId, [new("LAPTOP", 1)], FakeTime.Start, customerId, (decimal?)amount));

        Assert.Empty(Provider.Calls);
        Assert.Empty(Worker.DeadLetters);
        Assert.Null(State);
    }
}
