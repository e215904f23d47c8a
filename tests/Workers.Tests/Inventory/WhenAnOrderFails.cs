using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Inventory.Handlers;

namespace Workers.Tests.Inventory;

public sealed class WhenAnOrderFails
{
    private readonly Shop _shop = new Shop().Stocked("laptop", 50).Stocked("mouse", 20);

    [Theory]
    [InlineData(OrderStage.Payment)]
    [InlineData(OrderStage.Shipping)]
    [InlineData(OrderStage.Deadline)]
    public void Everything_that_it_held_comes_back(OrderStage stage)
    {
        _shop.Place("order-1", new OrderItem("laptop", 3), new OrderItem("mouse", 2));

        _shop.Fail("order-1", stage);

        Assert.Equal("Released", _shop.StateOf("order-1"));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
        Assert.Equal((20, 0, 0), _shop.Units("mouse"));
        var released = Assert.IsType<InventoryReleased>(_shop.Emitted[^1]);
        Assert.Equal(("order-1", "customer-1"), (released.OrderId, released.CustomerId));
        Assert.Equal([new OrderItem("laptop", 3), new OrderItem("mouse", 2)], released.Items);
    }

    [Fact]
    public void One_that_failed_at_its_reservation_held_nothing()
    {
        _shop.Place("order-1", new OrderItem("laptop", 51));

        Assert.Equal(Decision.Nothing, _shop.Fail("order-1", OrderStage.Reservation));
        Assert.Equal("Rejected", _shop.StateOf("order-1"));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void A_failure_that_comes_first_leaves_a_tombstone_and_the_order_reserves_nothing()
    {
        _shop.Fail("order-1", OrderStage.Deadline);
        _shop.Place("order-1", new OrderItem("laptop", 3));

        Assert.Equal("Cancelled", _shop.StateOf("order-1"));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
        Assert.Empty(_shop.Emitted);
    }

    [Fact]
    public void What_was_reserved_for_another_customer_under_the_same_id_is_given_back()
    {
        _shop.Place("order-1", new OrderItem("laptop", 3));

        _shop.Fail("order-1", customerId: "customer-2");

        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void The_release_commits_once_although_a_cancellation_was_decided_beside_it()
    {
        _shop.Place("order-1", new OrderItem("laptop", 3));
        var late = _shop.Decide(new OrderFailedHandler(), Facts.Failed("order-1"));
        _shop.Cancel("order-1");

        Assert.False(_shop.TryCommit(late));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }
}
