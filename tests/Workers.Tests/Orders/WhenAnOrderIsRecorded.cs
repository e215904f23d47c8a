using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Events.Reading;
using Workers.OrderHistory;
using Workers.Orders;
using Workers.Orders.Stores;

namespace Workers.Tests.Orders;

/// <summary>The worker itself, on tables in memory.</summary>
public sealed class WhenAnOrderIsRecorded : IDisposable
{
    private static readonly EventRegistry Registry = EventCatalog.Build();
    private static readonly OrderItem[] Items = [new("LAPTOP", 1, 90m)];

    private readonly HandlerTest _orders = new(builder => builder.AddOrders(), "Orders");

    public void Dispose() => _orders.Dispose();

    [Fact]
    public void Its_history_has_every_entry_in_turn_and_says_what_caused_it()
    {
        Tell(Placed, "placed");
        Tell(Reserved, "reserved");
        Tell(Charged, "charged");

        Assert.Equal(
            ["1 Decided Order Recorded by placed", "2 Applied Inventory Reserved by ", "3 Applied Payment Processed by ", "4 Decided Order Paid by charged"],
            History().Select(row => $"{row.Entry.Version} {row.Entry.Kind} {row.Stored.Name.DetailType} by {row.CausationId}"));
    }

    [Fact]
    public void A_decided_entry_bears_the_id_of_the_event_that_tells_it()
    {
        Tell(Placed, "placed");

        Assert.Equal(Assert.Single(_orders.Published).Metadata.EventId, Assert.Single(History()).EventId);
    }

    [Fact]
    public void Its_row_is_the_fold_of_its_history()
    {
        Tell(Charged, "charged");
        Tell(Placed, "placed");
        Tell(Reserved, "reserved");
        Tell(new ShipmentCreated("ORD-1", "CUST-1", "ship-1", "Swift", "TRACK-1"), "shipped");

        var json = new OrderJson(Registry);
        var row = _orders.Store[OrderRow.Key("ORD-1")]!;
        var order = OrderFold.Fold("ORD-1", History().Select(entry => entry.Entry));
        Assert.Equal(json.Write(order), row.Text(OrderColumns.Snapshot));
        Assert.Equal((OrderStatus.Completed, (decimal)order.Version), (order.Status, row.Number(OrderColumns.Version)));
    }

    [Fact]
    public void An_event_that_comes_twice_under_one_id_leaves_no_second_entry()
    {
        Tell(Placed, "placed");
        Tell(Placed, "placed");

        Assert.Single(History());
        Assert.Single(_orders.Published.Select(published => published.Metadata.EventId).Distinct());
    }

    [Fact]
    public void An_event_that_comes_twice_under_two_ids_is_put_on_record_as_ignored()
    {
        Tell(Placed, "placed");
        Tell(Placed, "placed-again");

        Assert.Equal([EntryKind.Decided, EntryKind.Ignored], History().Select(row => row.Entry.Kind));
        Assert.Single(_orders.Published);
    }

    [Fact]
    public void Two_orders_under_one_event_id_are_both_recorded()
    {
        Tell(Placed, "one-id");
        Tell(Placed with { OrderId = "ORD-2" }, "one-id");

        Assert.NotNull(_orders.Store[OrderRow.Key("ORD-1")]);
        Assert.NotNull(_orders.Store[OrderRow.Key("ORD-2")]);
        Assert.Equal(2, _orders.Published.Select(published => published.Metadata.EventId).Distinct().Count());
    }

    [Fact]
    public void A_charge_of_another_companys_program_is_on_record_and_moves_nothing()
    {
        Tell(Placed, "placed");
        _orders.ReceivesBody(
            """{"id":"f1","source":"payment-service","detail-type":"PaymentCompleted","time":"2026-01-15T10:00:00Z","detail":{"orderId":"ORD-1","paymentId":"pay_1"}}""");
        _orders.RunUntilQuiet();

        var foreign = History()[^1];
        Assert.True(foreign.Entry.IsForeign);
        Assert.Equal("Placed", _orders.Store[OrderRow.Key("ORD-1")]!.Text(OrderColumns.Status));
        Assert.Empty(_orders.DeadLetters);
    }

    [Fact]
    public void Facts_of_one_order_that_arrive_together_are_all_on_record()
    {
        _orders.Receives(Charged, "charged");
        _orders.Receives(Reserved, "reserved");
        _orders.Receives(new OrderCancelled("ORD-1", "too late", "CUST-1"), "cancelled");
        _orders.Receives(Placed, "placed");
        _orders.RunUntilQuiet();

        Assert.Equal(Enumerable.Range(1, History().Count), History().Select(row => row.Entry.Version));
        Assert.NotNull(_orders.Store[OrderRow.Key("ORD-1")]!.Text(OrderColumns.Status));
    }

    private static OrderPlaced Placed { get; } = new("ORD-1", "CUST-1", Items, 90m, "1 Main Street", FakeTime.Start);

    private static InventoryReserved Reserved { get; } = new("ORD-1", Items, FakeTime.Start, "CUST-1", 90m);

    private static PaymentProcessed Charged { get; } = new("ORD-1", "pay-1", "CUST-1", 90m);

    private void Tell(IEventDetail detail, string eventId)
    {
        _orders.Receives(detail, eventId);
        _orders.RunUntilQuiet();
    }

    private IReadOnlyList<RecordedEntry> History() =>
    [
        .. _orders.Store.Items
            .Where(item => item.Key.Table == Topology.OrderEventsTable)
            .OrderBy(item => int.Parse(item.Key.SortValue!, null))
            .Select(item => RecordedEntry.Read(RowOf(item.Key, item.Value), Registry)),
    ];

    private static Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> RowOf(ItemKey key, Item item) =>
        new(item.Attributes) { [OrderEventColumns.Version] = new() { N = key.SortValue } };
}
