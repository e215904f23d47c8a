using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Tests.Shipments;

public sealed class WhenAnOrderIsPaid : ShipmentsSpec
{
    [Fact]
    public void A_carrier_takes_it_and_its_customer_can_follow_it()
    {
        Handles(Paid());

        var created = Assert.IsType<ShipmentCreated>(Assert.Single(Told));
        Assert.Equal(new ShipmentCreated(OrderId, "CUST-1", ShipmentId, "Simulated", created.TrackingNumber, FakeTime.Start), created);
        Assert.Equal(created.TrackingNumber, Row!.Text(ShipmentColumns.TrackingNumber));
        Assert.Equal("Created", State);
        Assert.Equal(1, Meters["workers.shipping.shipments/created"]);
    }

    [Fact]
    public void Duplicates_make_no_second_shipment()
    {
        Worker.Receives(Paid(), "event-1");
        Worker.Receives(Paid(), "event-1");
        Worker.Receives(Paid(), "event-2");
        Worker.RunUntilQuiet();

        Assert.Single(Carrier.Requests);
        Assert.Single(Told);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Without_an_address_no_carrier_is_asked_and_what_is_to_be_undone_is_told(string? address)
    {
        Handles(Paid(address));

        var failed = Assert.IsType<ShippingFailed>(Assert.Single(Told));
        Assert.Empty(Carrier.Requests);
        Assert.Equal(("no address was given", "CUST-1", FakeTime.Start), (failed.Reason, failed.CustomerId, failed.Timestamp));
        Assert.Collection(
            failed.CompensationRequired!,
            refund => Assert.Equal(
                new Compensation("Payment Processed", "RefundPayment", new(DerivedId.OfPayment(OrderId), 110m)), refund),
            release =>
            {
                Assert.Equal(("Inventory Reserved", "ReleaseInventory"), (release.EventType, release.CompensationAction));
                Assert.Equal([("LAPTOP", 1), ("MOUSE", 2)], release.Data!.Items!.Select(line => (line.ProductId, line.Quantity)));
            });
        Assert.Equal(("Refused", 1), (State, Meters["workers.shipping.shipments/refused"]));
    }

    [Fact]
    public void An_address_that_the_carrier_refuses_is_a_fact_and_no_failure()
    {
        Handles(Paid("7 NOWHERE Lane"));

        Assert.Equal("the carrier does not know the address", Assert.IsType<ShippingFailed>(Assert.Single(Told)).Reason);
        Assert.True(Assert.Single(Ledger.Entries).IsRefused);
        Assert.Equal("Refused", State);
        Assert.Empty(Worker.DeadLetters);
    }

    [Fact]
    public void A_carrier_that_is_away_is_waited_for()
    {
        Carrier.IsAway = true;
        Worker.Receives(Paid());
        Worker.Advance(TimeSpan.FromHours(6));

        Assert.Empty(Worker.DeadLetters);
        Assert.Equal("Requesting", State);

        Carrier.IsAway = false;
        Worker.RunUntilQuiet();

        Assert.IsType<ShipmentCreated>(Assert.Single(Told));
        Assert.All(Carrier.Requests, request => Assert.Equal(Key, request.Key));
        Assert.Single(Ledger.Entries);
    }

    [Fact]
    public void An_answer_that_somebody_else_noted_meanwhile_stands()
    {
        Carrier.Booked = () => Worker.Store[RowKey] = Row!
            .With(ShipmentColumns.State, "Created")
            .With(ShipmentColumns.Carrier, "Swift")
            .With(ShipmentColumns.TrackingNumber, "T-1")
            .With(ShipmentColumns.SettledAt, FakeTime.Start);

        Handles(Paid());

        Assert.Equal(new ShipmentCreated(OrderId, "CUST-1", ShipmentId, "Swift", "T-1", FakeTime.Start), Assert.Single(Told));
        Assert.Equal("T-1", Row!.Text(ShipmentColumns.TrackingNumber));
    }

    [Fact]
    public void A_request_that_the_carrier_rejects_is_dead_lettered_and_made_when_the_message_is_sent_back()
    {
        Carrier.Rejects = true;
        Handles(Paid());

        Assert.Equal("The carrier rejects the request with 400.", Assert.Single(Worker.DeadLetters).Reason);
        Assert.Equal(("Requesting", 1), (State, Meters["workers.shipping.shipments/rejected"]));

        Carrier.Rejects = false;
        Handles(Paid());

        Assert.IsType<ShipmentCreated>(Assert.Single(Told));
    }

    /// <summary>Requesting, Created, the claim with Shipment Created.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void It_is_shipped_once_whichever_write_was_a_dying_workers_last(int commit, bool isTaken)
    {
        for (var earlier = 1; earlier < commit; earlier++)
        {
            Worker.Store.MeetsFirst(() => { });
        }

        if (isTaken)
        {
            Worker.Store.LosesAnswer();
        }
        else
        {
            Worker.Store.MeetsOutage();
        }

        Handles(Paid());

        Assert.Single(Ledger.Entries);
        Assert.IsType<ShipmentCreated>(Assert.Single(Told));
        Assert.Equal("Created", State);
    }
}
