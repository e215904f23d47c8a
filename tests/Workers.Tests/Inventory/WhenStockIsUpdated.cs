using Workers.Contracts.Events;
using Workers.Effects.Decisions;

namespace Workers.Tests.Inventory;

public sealed class WhenStockIsUpdated
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly Shop _shop = new();

    [Fact]
    public void A_set_replaces_what_is_available_and_leaves_what_is_reserved()
    {
        _shop.Stocked("laptop", 50).Place("order-1", new OrderItem("laptop", 3));

        Set(30, Messages.Now.AddSeconds(1));

        Assert.Equal((30, 3), (_shop.Available("laptop"), _shop.Reserved("laptop")));
    }

    [Fact]
    public void An_older_set_that_comes_later_is_ignored()
    {
        Set(30, Noon);

        Assert.Equal(Decision.Nothing, Set(99, Noon.AddTicks(-1)));
        Assert.Equal(30, _shop.Available("laptop"));
    }

    [Theory]
    [InlineData("a", "b", 2)]
    [InlineData("b", "a", 1)]
    public void Of_two_sets_of_one_time_the_greater_event_id_wins(string first, string second, int winner)
    {
        Set(1, Noon, first);
        Set(2, Noon, second);

        Assert.Equal(winner, _shop.Available("laptop"));
    }

    [Fact]
    public void A_restock_adds_and_says_nothing_of_when_it_was()
    {
        Set(30, Noon);

        _shop.Update(new InventoryUpdated("laptop", Restock: 5, Timestamp: Noon.AddDays(-1)));
        Set(99, Noon.AddTicks(-1));

        Assert.Equal(35, _shop.Available("laptop"));
    }

    [Fact]
    public void A_restock_of_an_unknown_product_creates_it()
    {
        _shop.Update(new InventoryUpdated("laptop", Name: "Laptop", Restock: 50));

        Assert.Equal((50, 0), (_shop.Available("laptop"), _shop.Reserved("laptop")));
        Assert.Empty(_shop.Emitted);
    }

    [Fact]
    public void What_an_update_leaves_out_stays_as_it_is()
    {
        _shop.Update(new InventoryUpdated("laptop", Name: "Laptop", CurrentStock: 50, Threshold: 7, Timestamp: Noon));

        Set(40, Noon.AddSeconds(1));

        var row = _shop.Tables[Workers.Inventory.Stores.Product.Key("laptop")]!;
        Assert.Equal(("Laptop", 7m), (row.Text("name"), row.Number("threshold")));
    }

    [Fact]
    public void A_new_product_has_threshold_ten_and_its_time_has_seven_decimals()
    {
        Set(50, Noon);

        var row = _shop.Tables[Workers.Inventory.Stores.Product.Key("laptop")]!;
        Assert.Equal((10m, "2026-01-15T12:00:00.0000000Z"), (row.Number("threshold"), row.Text("stockSetAt")));
    }

    [Theory]
    [InlineData(11, 10, 1)]   // crosses
    [InlineData(10, 9, 0)]    // was low before
    [InlineData(50, 11, 0)]   // stays above
    public void A_set_that_crosses_the_threshold_alerts_once(int before, int after, int alerts)
    {
        Set(before, Noon);
        _shop.Emitted.Clear();

        Set(after, Noon.AddSeconds(1));

        Assert.Equal(alerts, _shop.Emitted.OfType<LowStockAlert>().Count());
    }

    [Fact]
    public void A_product_that_begins_low_alerts()
    {
        Set(10, Noon);

        Assert.Equal(new LowStockAlert("laptop", 10, 10), Assert.Single(_shop.Emitted));
    }

    [Fact]
    public void A_changed_threshold_alone_alerts_nobody()
    {
        Set(15, Noon);

        _shop.Update(new InventoryUpdated("laptop", CurrentStock: 15, Threshold: 20, Timestamp: Noon.AddSeconds(1)));

        Assert.Empty(_shop.Emitted);
    }

    private Decision Set(int units, DateTimeOffset at, string? eventId = null) =>
        _shop.Update(new InventoryUpdated("laptop", CurrentStock: units, Timestamp: at), eventId);
}
