using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Inventory.Handlers;

namespace Workers.Tests.Inventory;

public sealed class WhenAnOrderIsCancelled
{
    private readonly Shop _shop = new Shop().Stocked("laptop", 50);

    [Fact]
    public void Its_stock_comes_back()
    {
        _shop.Place("order-1", new OrderItem("laptop", 3));

        _shop.Cancel("order-1");

        Assert.Equal("Released", _shop.StateOf("order-1"));
        Assert.Equal((50, 0), (_shop.Available("laptop"), _shop.Reserved("laptop")));
        Assert.Equal([new OrderItem("laptop", 3)], Assert.IsType<InventoryReleased>(_shop.Emitted[^1]).Items);
    }

    [Fact]
    public void Cancelling_it_again_gives_nothing_more_back()
    {
        _shop.Place("order-1", new OrderItem("laptop", 3));
        _shop.Cancel("order-1");

        Assert.Equal(Decision.Nothing, _shop.Cancel("order-1"));
        Assert.Equal(50, _shop.Available("laptop"));
    }

    [Fact]
    public void A_cancellation_that_comes_first_leaves_a_tombstone_and_the_order_reserves_nothing()
    {
        _shop.Cancel("order-1");
        _shop.Place("order-1", new OrderItem("laptop", 3));

        Assert.Equal("Cancelled", _shop.StateOf("order-1"));
        Assert.Equal(50, _shop.Available("laptop"));
        Assert.Empty(_shop.Emitted);
    }

    [Fact]
    public void A_rejected_order_stays_rejected()
    {
        _shop.Place("order-1", new OrderItem("laptop", 51));

        Assert.Equal(Decision.Nothing, _shop.Cancel("order-1"));
        Assert.Equal("Rejected", _shop.StateOf("order-1"));
    }

    [Fact]
    public void What_was_reserved_for_another_customer_under_the_same_id_is_given_back()
    {
        _shop.Place("order-1", new OrderItem("laptop", 3));

        _shop.Cancel("order-1", "customer-2");

        Assert.Equal("Released", _shop.StateOf("order-1"));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void A_tombstone_of_another_customer_refuses_the_order_aloud()
    {
        _shop.Cancel("order-1", "customer-2");

        _shop.Place("order-1", new OrderItem("laptop", 3));

        Assert.IsType<OrderRefused>(Assert.Single(_shop.Emitted));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void The_release_commits_once_even_when_two_workers_decided_it()
    {
        _shop.Place("order-1", new OrderItem("laptop", 3));
        var late = _shop.Decide(new OrderCancellationDecidedHandler(), Facts.Cancelled("order-1"));
        _shop.Cancel("order-1");

        Assert.False(_shop.TryCommit(late));
    }
}
