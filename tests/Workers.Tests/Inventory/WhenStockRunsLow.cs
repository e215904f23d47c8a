using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Inventory.Handlers;
using Workers.Inventory.Stores;

namespace Workers.Tests.Inventory;

public sealed class WhenStockRunsLow
{
    private const string Id = "po-laptop-1";
    private static readonly LowStockAlert Alert = new("laptop", 8, 10, "Laptop");

    private readonly Shop _shop = new Shop().Stocked("laptop", 8, threshold: 10);

    [Fact]
    public void Units_up_to_five_thresholds_are_bought()
    {
        _shop.Alert(Alert);

        Assert.Equal([new PurchaseOrderRaised(Id, "laptop", 42, 1, Messages.Now)], _shop.Emitted);
        Assert.Equal((1, "Open"), _shop.PurchaseOrderOf("laptop"));
    }

    [Theory]
    [InlineData(0, 0, 5)]                          // a threshold of none: some are bought all the same
    [InlineData(7, 10, 43)]
    [InlineData(900_000_000, 1_000_000_000, 1_000_000_000)]   // no more than stock can grow by at once
    public void What_is_available_counts_and_so_does_what_a_quantity_may_be(long available, long threshold, int bought) =>
        Assert.Equal(bought, Shop.Purchasing.QuantityFor(available, threshold));

    [Fact]
    public void Another_alert_buys_nothing_while_a_purchase_order_is_open()
    {
        _shop.Alert(Alert);

        Assert.Equal(Decision.Nothing, _shop.Alert(Alert));
    }

    [Fact]
    public void Nothing_is_bought_where_stock_has_risen_meanwhile()
    {
        _shop.Update(new("laptop", Restock: 3));

        Assert.Equal(Decision.Nothing, _shop.Alert(Alert));
    }

    [Fact]
    public void Nothing_is_bought_of_a_product_that_is_not_ours() =>
        Assert.Equal(Decision.Nothing, _shop.Alert(Alert with { ProductId = "prod-3" }));

    [Fact]
    public void A_restock_closes_the_purchase_order()
    {
        _shop.Alert(Alert);
        _shop.Emitted.Clear();

        _shop.Update(new("laptop", Restock: 40));

        Assert.Equal([new PurchaseOrderClosed(Id, "laptop", 42, 1, Messages.Now, 40)], _shop.Emitted);
        Assert.Equal((1, "Closed"), _shop.PurchaseOrderOf("laptop"));
        Assert.Equal(48, _shop.Available("laptop"));
    }

    [Fact]
    public void A_restock_that_leaves_stock_low_closes_it_and_buys_the_rest_at_once()
    {
        _shop.Alert(Alert);
        _shop.Emitted.Clear();

        _shop.Update(new("laptop", Name: "Laptop", Restock: 2));

        Assert.Equal(
            [
                new PurchaseOrderClosed(Id, "laptop", 42, 1, Messages.Now, 2),
                new PurchaseOrderRaised("po-laptop-2", "laptop", 40, 2, Messages.Now, "Laptop"),
            ],
            _shop.Emitted);
        Assert.Equal((2, "Open"), _shop.PurchaseOrderOf("laptop"));
    }

    [Theory]
    [InlineData(11, "Closed")]
    [InlineData(10, "Open")]
    public void A_count_closes_it_only_where_there_is_enough(int counted, string state)
    {
        _shop.Alert(Alert);

        _shop.Update(new("laptop", CurrentStock: counted, Timestamp: Messages.Now.AddSeconds(1)));

        Assert.Equal((1, state), _shop.PurchaseOrderOf("laptop"));
        Assert.Equal(state == "Closed" ? 1 : 0, _shop.Emitted.OfType<PurchaseOrderClosed>().Count(closed => closed.Received is null));
    }

    [Fact]
    public void The_next_time_it_runs_low_is_another_purchase_order()
    {
        _shop.Alert(Alert);
        _shop.Update(new("laptop", Restock: 42));
        _shop.Place("order-1", new OrderItem("laptop", 45));

        _shop.Alert(Assert.Single(_shop.Emitted.OfType<LowStockAlert>()));

        Assert.Equal((2, "Open"), _shop.PurchaseOrderOf("laptop"));
    }

    [Fact]
    public void Restocks_are_plain_additions_while_none_is_open()
    {
        var first = Decide(new InventoryUpdated("laptop", Restock: 1));
        var second = Decide(new InventoryUpdated("laptop", Restock: 2));

        Assert.All([first, second], decision => Assert.Equal([Condition.ItemExists], Assert.IsType<Update>(decision.Writes[0]).Conditions));
        Assert.True(_shop.TryCommit(second));
        Assert.True(_shop.TryCommit(first));
    }

    [Fact]
    public void A_restock_that_did_not_know_of_the_purchase_order_is_decided_again()
    {
        var restock = Decide(new InventoryUpdated("laptop", Restock: 40));
        _shop.Alert(Alert);

        Assert.False(_shop.TryCommit(restock));
    }

    [Fact]
    public void An_alert_that_did_not_know_of_the_restock_is_decided_again()
    {
        var alert = _shop.Decide(new LowStockAlertHandler(Shop.Purchasing), Alert);
        _shop.Update(new("laptop", Restock: 40));

        Assert.False(_shop.TryCommit(alert));
    }

    [Theory]
    [InlineData(3, 1)]    // 8 + 3 is enough, 7 + 3 is not
    [InlineData(2, -1)]   // 8 + 2 is not enough, 9 + 2 is
    public void A_restock_that_was_decided_on_the_other_side_of_the_threshold_is_decided_again(int arrived, int sold)
    {
        _shop.Alert(Alert);
        var restock = Decide(new InventoryUpdated("laptop", Restock: arrived));
        Assert.True(_shop.TryCommit(Decision.Commit(Write.Update(Product.Key("laptop")).Add("available", -sold))));

        Assert.False(_shop.TryCommit(restock));
    }

    [Fact]
    public void Two_alerts_at_once_buy_once()
    {
        var one = _shop.Decide(new LowStockAlertHandler(Shop.Purchasing), Alert);
        var other = _shop.Decide(new LowStockAlertHandler(Shop.Purchasing), Alert);

        Assert.True(_shop.TryCommit(one));
        Assert.False(_shop.TryCommit(other));
    }

    private Decision Decide(InventoryUpdated update) => _shop.Decide(new InventoryUpdatedHandler(Shop.Purchasing), update);
}
