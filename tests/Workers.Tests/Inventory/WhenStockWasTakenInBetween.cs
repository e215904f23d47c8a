using Workers.Contracts.Events;
using Workers.Inventory.Handlers;

namespace Workers.Tests.Inventory;

/// <summary>Decisions restate as conditions what they relied on: one that was overtaken does not commit.</summary>
public sealed class WhenStockWasTakenInBetween
{
    private readonly Shop _shop = new Shop().Stocked("laptop", 20, threshold: 10);

    [Theory]
    [InlineData(5, 5, true)]    // 20 → 15, then 15 → 10 would cross unseen: refused below
    [InlineData(1, 1, true)]
    [InlineData(20, 1, false)]  // nothing is left
    public void An_order_commits_only_while_its_decision_would_be_the_same(int overtaking, int quantity, bool sideKept)
    {
        var decision = Decide("order-1", quantity);
        _shop.Place("order-2", new OrderItem("laptop", overtaking));

        var committed = _shop.TryCommit(decision);

        Assert.Equal(sideKept && 20 - overtaking - quantity > 10, committed);
    }

    [Fact]
    public void A_crossing_commits_only_from_the_very_stock_that_its_alert_states()
    {
        var crossing = Decide("order-1", 12);
        _shop.Place("order-2", new OrderItem("laptop", 1));

        Assert.Equal(8, Assert.IsType<LowStockAlert>(crossing.Emits[1].Detail).RemainingStock);
        Assert.False(_shop.TryCommit(crossing));
    }

    [Fact]
    public void A_rejection_does_not_commit_once_there_is_enough()
    {
        var rejection = Decide("order-1", 21);
        _shop.Update(new InventoryUpdated("laptop", Restock: 1));

        Assert.False(_shop.TryCommit(rejection));
    }

    [Fact]
    public void A_rejection_for_an_unknown_product_does_not_commit_once_it_is_known()
    {
        var rejection = _shop.Decide(new OrderPlacedHandler(), Order("order-1", new OrderItem("desk", 1)));
        _shop.Stocked("desk", 1);

        Assert.False(_shop.TryCommit(rejection));
    }

    [Fact]
    public void A_changed_threshold_means_a_new_decision()
    {
        var decision = Decide("order-1", 1);
        _shop.Update(new InventoryUpdated("laptop", Restock: 1, Threshold: 20));

        Assert.False(_shop.TryCommit(decision));
    }

    private Workers.Effects.Decisions.Decision Decide(string orderId, int quantity) =>
        _shop.Decide(new OrderPlacedHandler(), Order(orderId, new OrderItem("laptop", quantity)));

    private static OrderPlaced Order(string orderId, OrderItem item) => new(orderId, "customer-1", [item], 10m);
}
