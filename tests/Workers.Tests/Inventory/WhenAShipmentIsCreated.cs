using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Inventory.Handlers;
using Workers.Inventory.Stores;

namespace Workers.Tests.Inventory;

public sealed class WhenAShipmentIsCreated
{
    private readonly Shop _shop = new Shop().Stocked("laptop", 50).Stocked("mouse", 20);

    public WhenAShipmentIsCreated() => _shop.Place("order-1", new OrderItem("laptop", 3), new OrderItem("mouse", 2));

    [Fact]
    public void The_units_of_every_line_leave_the_house()
    {
        _shop.Ship("order-1");

        Assert.Equal((47, 0, 3), _shop.Units("laptop"));
        Assert.Equal((18, 0, 2), _shop.Units("mouse"));
        var reservation = _shop.Tables[Reservation.Key("order-1")]!;
        Assert.Equal(("Shipped", Messages.Now), (reservation.Text("state"), reservation.Time("shippedAt")));
        Assert.IsType<InventoryReserved>(Assert.Single(_shop.Emitted));
    }

    [Fact]
    public void A_second_event_of_it_moves_nothing_more()
    {
        _shop.Ship("order-1");

        Assert.Equal(Decision.Nothing, _shop.Ship("order-1"));
        Assert.Equal((47, 0, 3), _shop.Units("laptop"));
    }

    [Fact]
    public void The_units_move_once_even_when_two_workers_decided_it()
    {
        var late = _shop.Decide(new ShipmentCreatedHandler(), Facts.Shipped("order-1"));
        _shop.Ship("order-1");

        Assert.False(_shop.TryCommit(late));
    }

    [Fact]
    public void They_move_out_or_come_back_but_never_both()
    {
        var late = _shop.Decide(new ShipmentCreatedHandler(), Facts.Shipped("order-1"));
        _shop.Fail("order-1", OrderStage.Deadline);

        Assert.False(_shop.TryCommit(late));
        Assert.Equal((50, 0, 0), _shop.Units("laptop"));
    }

    [Fact]
    public void Nothing_comes_back_after_it()
    {
        _shop.Ship("order-1");

        Assert.Equal(Decision.Nothing, _shop.Cancel("order-1"));
        Assert.Equal(Decision.Nothing, _shop.Fail("order-1"));
        Assert.Equal("Shipped", _shop.StateOf("order-1"));
    }

    [Fact]
    public void The_same_order_placed_again_reserves_nothing()
    {
        _shop.Ship("order-1");

        Assert.Equal(Decision.Nothing, _shop.Place("order-1", new OrderItem("laptop", 3), new OrderItem("mouse", 2)));
    }

    [Theory]
    [InlineData("shipping-service", "ShipmentCreated")]
    [InlineData("ecommerce.shipping", "Shipment Made")]
    public void One_that_another_companys_program_tells_of_moves_nothing(string source, string detailType)
    {
        var ours = Shop.Message(Facts.Shipped("order-1"), "event-1");
        var foreign = ours with { Envelope = ours.Envelope with { Name = new EventName(source, detailType) } };

        Assert.Equal(Decision.Nothing, _shop.Decide(new ShipmentCreatedHandler(), foreign));
        Assert.NotEqual(Decision.Nothing, _shop.Decide(new ShipmentCreatedHandler(), ours));
    }

    [Fact]
    public void One_of_another_customers_order_moves_nothing() =>
        Assert.Equal(Decision.Nothing, _shop.Ship("order-1", "customer-2"));

    [Fact]
    public void One_of_an_order_that_holds_nothing_moves_nothing()
    {
        _shop.Place("rejected", new OrderItem("laptop", 51));
        _shop.Cancel("cancelled");
        _shop.Place("released", new OrderItem("laptop", 1));
        _shop.Fail("released");

        Assert.All(
            (string[])["unknown", "rejected", "cancelled", "released"],
            orderId => Assert.Equal(Decision.Nothing, _shop.Ship(orderId)));
        Assert.Equal((47, 3, 0), _shop.Units("laptop"));
    }
}
