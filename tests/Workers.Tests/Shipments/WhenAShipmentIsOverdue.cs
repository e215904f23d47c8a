using Workers.Contracts;
using Workers.Contracts.Events;

namespace Workers.Tests.Shipments;

public sealed class WhenAShipmentIsOverdue : ShipmentsSpec
{
    [Fact]
    public void An_order_that_no_carrier_was_asked_for_will_never_be_shipped()
    {
        Handles(Overdue);

        var failed = Assert.IsType<ShippingFailed>(Assert.Single(Told));
        Assert.Equal(("its time is over", "CUST-1", FakeTime.Start), (failed.Reason, failed.CustomerId, failed.Timestamp));
        Assert.Equal(DerivedId.OfPayment(OrderId), failed.CompensationRequired![0].Data!.PaymentId);
        Assert.Equal(("Void", 1), (State, Meters["workers.shipping.shipments/void"]));

        Handles(Paid());

        Assert.Empty(Carrier.Requests);
        Assert.Equal("its time is over", Assert.IsType<ShippingFailed>(Told[^1]).Reason);
    }

    [Fact]
    public void A_shipment_that_there_is_is_told_again()
    {
        Handles(Paid(), Overdue);

        Assert.Single(Carrier.Requests);
        Assert.Equal(2, Worker.Published.Count);
        Assert.IsType<ShipmentCreated>(Assert.Single(Told));
    }

    [Fact]
    public void A_refusal_is_told_again()
    {
        Handles(Paid(address: null), Overdue);

        Assert.Equal(2, Worker.Published.Count);
        Assert.Equal("no address was given", Assert.IsType<ShippingFailed>(Assert.Single(Told)).Reason);
    }

    [Fact]
    public void A_request_that_has_just_begun_is_waited_for()
    {
        DiedWhileRequesting();
        Worker.Receives(Overdue);
        Worker.Advance(TimeSpan.FromSeconds(29));

        Assert.Empty(Carrier.Requests);
        Assert.Equal("Requesting", State);
    }

    [Fact]
    public void A_request_whose_worker_died_is_made_again_with_the_same_words_under_the_same_key()
    {
        DiedWhileRequesting();

        Handles(Overdue);

        var request = Assert.Single(Carrier.Requests);
        Assert.Equal((Key, "1 Main St", "CUST-1", ShipmentId), (request.Key, request.Address, request.CustomerId, request.ShipmentId));
        Assert.Equal(new OrderItem("LAPTOP", 1), Assert.Single(request.Items));
        Assert.Equal(1, Assert.Single(Ledger.Entries).Repeats);
        Assert.IsType<ShipmentCreated>(Assert.Single(Told));
    }

    [Fact]
    public void A_request_that_was_refused_meanwhile_is_told_as_such()
    {
        DiedWhileRequesting(isRefused: true);

        Handles(Overdue);

        Assert.IsType<ShippingFailed>(Assert.Single(Told));
        Assert.Equal("Refused", State);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Whatever_comes_first_all_answers_are_the_same(bool overdueFirst, bool carrierFails)
    {
        Carrier.FailsEveryOtherRequest = carrierFails;
        Worker.Receives(overdueFirst ? Overdue : Paid());
        Worker.Receives(overdueFirst ? Paid() : Overdue);
        Worker.Receives(Overdue);
        Worker.RunUntilQuiet();

        var shipments = Ledger.Entries.Count;
        Assert.Equal(State == "Created" ? 1 : 0, shipments);
        Assert.All(Told, told => Assert.Equal(State == "Created", told is ShipmentCreated));
        Assert.Empty(Worker.DeadLetters);
    }
}
