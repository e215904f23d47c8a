using Workers.Contracts.Events;
using Workers.Effects.Decisions;

namespace Workers.Tests.Inventory;

public sealed class WhenAnOrderIsPlaced
{
    private readonly Shop _shop = new Shop().Stocked("laptop", 50).Stocked("mouse", 20);

    [Fact]
    public void Every_product_is_reserved()
    {
        _shop.Place("order-1", new OrderItem("laptop", 2), new OrderItem("mouse", 5));

        Assert.Equal("Reserved", _shop.StateOf("order-1"));
        Assert.Equal((48, 2), (_shop.Available("laptop"), _shop.Reserved("laptop")));
        Assert.Equal((15, 5), (_shop.Available("mouse"), _shop.Reserved("mouse")));
        var reserved = Assert.IsType<InventoryReserved>(Assert.Single(_shop.Emitted));
        Assert.Equal([new OrderItem("laptop", 2), new OrderItem("mouse", 5)], reserved.Items);
    }

    [Fact]
    public void Lines_of_one_product_are_summed_first()
    {
        _shop.Place("order-1", new OrderItem("laptop", 30), new OrderItem("laptop", 21));

        Assert.Equal("Rejected", _shop.StateOf("order-1"));
        Assert.Equal(51, Assert.IsType<ReservationFailed>(Assert.Single(_shop.Emitted)).Requested);
    }

    [Fact]
    public void A_short_product_rejects_all_of_it_and_names_the_first_such_line()
    {
        _shop.Place("order-1", new OrderItem("laptop", 1), new OrderItem("mouse", 21), new OrderItem("desk", 1));

        Assert.Equal("Rejected", _shop.StateOf("order-1"));
        Assert.Equal((50, 0), (_shop.Available("laptop"), _shop.Reserved("laptop")));
        Assert.Equal(
            new ReservationFailed("order-1", "mouse", ReservationFailure.InsufficientStock, "customer-1", 21, 20),
            Assert.Single(_shop.Emitted));
    }

    [Fact]
    public void An_unknown_product_rejects_it()
    {
        _shop.Place("order-1", new OrderItem("desk", 1));

        Assert.Equal(
            new ReservationFailed("order-1", "desk", ReservationFailure.ProductNotFound, "customer-1", 1, 0),
            Assert.Single(_shop.Emitted));
    }

    [Fact]
    public void A_second_event_of_the_same_order_changes_nothing()
    {
        _shop.Place("order-1", new OrderItem("laptop", 1));

        var again = _shop.Place("order-1", new OrderItem("laptop", 1));

        Assert.Equal(Decision.Nothing, again);
        Assert.Equal(49, _shop.Available("laptop"));
    }

    [Fact]
    public void Another_order_under_the_same_id_is_refused_aloud_and_changes_nothing_of_the_first()
    {
        _shop.Place("order-1", new OrderItem("laptop", 1));

        var other = _shop.Place("order-1", new OrderItem("laptop", 7));

        Assert.Empty(other.Writes);
        Assert.Equal(new OrderRefused("order-1", "customer-1", 10m, "Another order has this id."), _shop.Emitted[^1]);
        Assert.Equal(49, _shop.Available("laptop"));
    }

    [Fact]
    public void An_order_of_ninety_products_fits_one_transaction()
    {
        var items = Enumerable.Range(0, 90).Select(i => new OrderItem($"product-{i}", 1)).ToList();
        items.ForEach(item => _shop.Stocked(item.ProductId, 100));

        var decision = _shop.Place("order-1", items);

        Assert.InRange(decision.Writes.Count, 91, 99);
    }
}
