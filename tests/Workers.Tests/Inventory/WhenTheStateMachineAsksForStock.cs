using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Inventory.Handlers;
using Workers.Inventory.Stores;

namespace Workers.Tests.Inventory;

/// <summary>Each state that an order's reservation can be in, and each request that can find it so.</summary>
public sealed class WhenTheStateMachineAsksForStock
{
    private static readonly OrderItem Laptops = new("laptop", 3, 19.99m, "Laptop");
    private static readonly OrderItem TooMany = new("laptop", 51);

    private readonly Shop _shop = new Shop().Stocked("laptop", 50);

    [Fact]
    public void Its_units_are_set_aside_as_for_any_other_order()
    {
        var decision = _shop.AskFor("order-1", Laptops);

        Assert.Equal((47, 3, 0), _shop.Units("laptop"));
        Assert.Equivalent(new InventoryReserved("order-1", [Laptops], Messages.Now, "customer-1", 10m), Told<InventoryReserved>(decision));
        Assert.Equal("orchestrated", _shop.Tables[Reservation.Key("order-1")]!.Text("fulfilment"));
    }

    [Fact]
    public void An_order_of_which_there_is_too_little_is_rejected_as_any_other()
    {
        var decision = _shop.AskFor("order-1", TooMany);

        Assert.Equal(
            new ReservationFailed("order-1", "laptop", ReservationFailure.InsufficientStock, "customer-1", 51, 50),
            Told<ReservationFailed>(decision));
    }

    [Fact]
    public void Asking_again_is_told_the_same_fact_whatever_became_of_the_stock_since()
    {
        var (reserved, rejected) = (_shop.AskFor("order-1", Laptops), _shop.AskFor("order-2", TooMany));
        _shop.Update(new InventoryUpdated("laptop", Restock: 100));

        var again = (_shop.AskFor("order-1", Laptops), _shop.AskFor("order-2", TooMany));

        Assert.Equivalent(Told<InventoryReserved>(reserved), Told<InventoryReserved>(again.Item1));
        Assert.Equal(Told<ReservationFailed>(rejected), Told<ReservationFailed>(again.Item2));
        Assert.Equal((147, 3, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void What_was_reserved_for_the_order_when_it_was_placed_is_told()
    {
        var placed = _shop.Place("order-1", Laptops);

        Assert.Equivalent(Told<InventoryReserved>(placed), Told<InventoryReserved>(_shop.AskFor("order-1", Laptops)));
        Assert.Equal(placed.Emits[0].Key, _shop.AskFor("order-1", Laptops).Emits[0].Key);
        Assert.Equal((47, 3, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void An_order_whose_units_have_left_is_told_that_they_were_set_aside()
    {
        _shop.AskFor("order-1", Laptops);
        _shop.Ship("order-1");

        Assert.IsType<InventoryReserved>(Assert.Single(_shop.AskFor("order-1", Laptops).Emits).Detail);
        Assert.Equal((47, 0, 3), _shop.Units("laptop"));
    }

    [Theory]
    [InlineData("released")]
    [InlineData("buried")]
    [InlineData("buried by the state machine")]
    public void An_order_that_has_ended_is_told_that_it_gets_nothing(string how)
    {
        End(how);

        var failed = Told<ReservationFailed>(_shop.AskFor("order-1", Laptops));

        Assert.Equal(new("order-1", "laptop", ReservationFailure.Other, "customer-1", Explanation: "the order has ended"), failed);
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void A_rejection_of_old_that_does_not_say_what_was_short_is_told_as_one()
    {
        _shop.AskFor("order-1", TooMany);
        _shop.Tables[Reservation.Key("order-1")] = new(_shop.Tables[Reservation.Key("order-1")]!.Attributes
            .Where(column => !column.Key.StartsWith("short", StringComparison.Ordinal)).ToDictionary());

        Assert.Equal("it was rejected before", Told<ReservationFailed>(_shop.AskFor("order-1", TooMany)).Explanation);
    }

    [Fact]
    public void Another_order_under_the_id_is_refused_and_each_refused_one_is_a_fact_of_its_own()
    {
        _shop.Place("order-1", Laptops);

        var refusals = new[] { new OrderItem("laptop", 4), new OrderItem("laptop", 4), new OrderItem("laptop", 5) }
            .Select(line => _shop.AskFor("order-1", line)).ToList();

        Assert.All(refusals, refusal => Assert.IsType<OrderRefused>(Assert.Single(refusal.Emits).Detail));
        Assert.Equal(2, refusals.Select(refusal => refusal.Emits[0].Key).Distinct().Count());
        Assert.Equal((47, 3, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void What_runs_low_is_told_by_the_way()
    {
        var decision = new Shop().Stocked("laptop", 5, threshold: 4).AskFor("order-1", Laptops);

        Assert.Equal([false, true], decision.Emits.Select(emission => emission.IsAside));
        Assert.Equal([true, false], decision.Emits.Select(emission => emission.IsFact));
    }

    [Fact]
    public void What_it_holds_is_given_back_once_and_told_as_often_as_asked()
    {
        _shop.AskFor("order-1", Laptops);

        var releases = new[] { _shop.AskBack("order-1"), _shop.AskBack("order-1"), _shop.AskBack("order-1") };

        Assert.All(releases, release => Assert.Equivalent(
            new InventoryReleased("order-1", [Laptops], Messages.Now, "customer-1"), Told<InventoryReleased>(release)));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void What_the_orders_worker_had_given_back_first_is_told()
    {
        _shop.AskFor("order-1", Laptops);
        var failed = _shop.Fail("order-1");

        Assert.Equivalent(Told<InventoryReleased>(failed), Told<InventoryReleased>(_shop.AskBack("order-1")));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }

    [Theory]
    [InlineData("rejected", "nothing was reserved", "Rejected")]
    [InlineData("unknown", "nothing was reserved", "Cancelled")]
    [InlineData("buried by the state machine", "nothing was reserved", "Cancelled")]
    [InlineData("shipped", "its units have left the house", "Shipped")]
    [InlineData("placed by nobody's lead", "what is reserved is another order's", "Reserved")]
    public void Where_there_is_nothing_of_it_to_give_back_that_is_told(string row, string why, string stays)
    {
        End(row);
        var before = _shop.Units("laptop");

        var told = new[] { _shop.AskBack("order-1"), _shop.AskBack("order-1") };

        Assert.All(told, answer => Assert.Equal(new NothingReleased("order-1", "customer-1", why), Told<NothingReleased>(answer)));
        Assert.Equal((stays, before), (_shop.StateOf("order-1"), _shop.Units("laptop")));
    }

    [Fact]
    public void Another_customers_reservation_is_left_alone()
    {
        _shop.AskFor("order-1", Laptops);

        var told = Told<NothingReleased>(_shop.AskBack("order-1", "customer-2"));

        Assert.Equal(new("order-1", "customer-2", "what is reserved is another order's"), told);
        Assert.Equal(("Reserved", (47m, 3m, 0m)), (_shop.StateOf("order-1"), _shop.Units("laptop")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("choreographed")]
    public void A_request_for_an_order_that_the_state_machine_does_not_lead_touches_nothing(string? fulfilment)
    {
        _shop.Place("order-1", Laptops);
        _shop.AskFor("order-2", Laptops);

        Assert.All(["order-1", "order-2", "order-3"], orderId => Assert.Equal(
            "the state machine does not lead the order", Told<NothingReleased>(_shop.AskBack(orderId, fulfilment: fulfilment)).Reason));
        Assert.Equal(["Reserved", "Reserved", null], [_shop.StateOf("order-1"), _shop.StateOf("order-2"), _shop.StateOf("order-3")]);
        Assert.Equal((44, 6, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void Two_workers_who_are_asked_at_once_reserve_once_and_give_back_once()
    {
        var order = Shop.Led(new StockReservationRequested("order-1", "customer-1", [Laptops], 10m), "event-a");
        var late = _shop.Decide(new StockReservationRequestedHandler(), order);
        _shop.AskFor("order-1", Laptops);
        Assert.False(_shop.TryCommit(late));

        var back = Shop.Led(new StockReleaseRequested("order-1", "customer-1", ""), "event-b");
        var lateBack = _shop.Decide(new StockReleaseRequestedHandler(), back);
        _shop.AskBack("order-1");
        Assert.False(_shop.TryCommit(lateBack));
    }

    private void End(string how)
    {
        switch (how)
        {
            case "released":
                _shop.AskFor("order-1", Laptops);
                _shop.Fail("order-1");
                break;
            case "buried":
                _shop.Cancel("order-1");
                break;
            case "buried by the state machine":
                _shop.AskBack("order-1");
                break;
            case "rejected":
                _shop.AskFor("order-1", TooMany);
                break;
            case "shipped":
                _shop.AskFor("order-1", Laptops);
                _shop.Ship("order-1");
                break;
            case "placed by nobody's lead":
                _shop.Place("order-1", Laptops);
                break;
        }
    }

    private static TEvent Told<TEvent>(Decision decision)
        where TEvent : class => Assert.IsType<TEvent>(Assert.Single(decision.Emits).Detail);
}
