using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Events.Publishing;

namespace Workers.Tests.Shipments;

/// <summary>Each state that an order's shipment can be in when it is asked for.</summary>
public sealed class WhenTheStateMachineAsksForAShipment : ShipmentsSpec
{
    private static readonly ShipmentRequested Request =
        new(OrderId, "CUST-1", 110m, [new("LAPTOP", 1, 100m), new("MOUSE", 2)], "1 Main St");

    private int _asked;

    [Fact]
    public void A_carrier_takes_it_once_however_often_it_is_asked_for()
    {
        Ask(Request, Request);
        Worker.Receives(Request, Led("asked-1", "token-1"));   // redelivered
        Worker.RunUntilQuiet();

        Assert.Single(Carrier.Requests);
        Assert.Equal(["token-1", "token-2", "token-1"], Worker.Published.Select(told => told.Metadata.TaskToken));
        Assert.IsType<ShipmentCreated>(Assert.Single(Told));
    }

    [Fact]
    public void What_was_shipped_when_it_was_paid_is_the_same_fact()
    {
        Handles(Paid());

        Ask(Request);

        Assert.Single(Carrier.Requests);
        Assert.Equal(2, Worker.Published.Count);
        Assert.IsType<ShipmentCreated>(Assert.Single(Told));
    }

    [Theory]
    [InlineData(null, "no address was given")]
    [InlineData("7 NOWHERE Lane", "the carrier does not know the address")]
    public void What_no_carrier_takes_is_told_as_often_as_it_is_asked_for(string? address, string why)
    {
        Ask(Request with { ShippingAddress = address }, Request with { ShippingAddress = address });

        Assert.Equal(["token-1", "token-2"], Worker.Published.Select(told => told.Metadata.TaskToken));
        Assert.Equal(why, Assert.IsType<ShippingFailed>(Assert.Single(Told)).Reason);
    }

    [Fact]
    public void An_order_whose_time_is_over_is_told_so()
    {
        Handles(Overdue);

        Ask(Request);

        Assert.Empty(Carrier.Requests);
        Assert.Equal("its time is over", Assert.IsType<ShippingFailed>(Assert.Single(Told)).Reason);
        Assert.Equal("token-1", Worker.Published[^1].Metadata.TaskToken);
    }

    [Fact]
    public void A_request_whose_worker_died_is_made_under_its_key()
    {
        DiedWhileRequesting();

        Ask(Request);

        Assert.Equal(1, Assert.Single(Ledger.Entries).Repeats);
        Assert.IsType<ShipmentCreated>(Assert.Single(Told));
    }

    [Fact]
    public void Another_customers_shipment_is_none_of_its_facts()
    {
        Handles(Paid());

        Ask(Request with { CustomerId = "CUST-2" });

        Assert.Single(Carrier.Requests);
        Assert.Equal(new ShippingFailed(OrderId, "another order under this id has a shipment", "CUST-2"), Told[^1]);
        Assert.NotEqual(EmittedEventId.OfFact(EventNames.ShippingFailed, OrderId), Worker.Published[^1].Metadata.EventId);
        Assert.Equal("CUST-1", Row!.Text(ShipmentColumns.CustomerId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_whatever_order_its_requests_and_its_deadline_come_there_is_one_shipment_or_none(bool isOverdueFirst)
    {
        Carrier.FailsEveryOtherRequest = true;
        Ask(isOverdueFirst ? [Overdue, Request, Request, Overdue] : [Request, Overdue, Request, Overdue]);

        Assert.Single(Told);
        Assert.Equal(isOverdueFirst ? 0 : 1, Ledger.Entries.Count);
        Assert.Equal(["token-1", "token-2", "token-3", "token-4"], Worker.Published.Select(told => told.Metadata.TaskToken));
    }

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
