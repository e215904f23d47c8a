using Workers.Contracts.Events;

namespace Workers.Tests.Inventory;

/// <summary>The facts of one order, each twice where it may come twice, in every order of arrival.</summary>
public sealed class WhenFactsArriveInAnyOrder
{
    private static readonly Dictionary<string, Action<Shop>> Arrive = new()
    {
        ["placed"] = shop => shop.Place("order-1", new OrderItem("laptop", 3)),
        ["cancelled"] = shop => shop.Cancel("order-1"),
        ["failed"] = shop => shop.Fail("order-1"),
        ["shipped"] = shop => shop.Ship("order-1"),
        ["asked"] = shop => Assert.Single(shop.AskFor("order-1", new OrderItem("laptop", 3)).Emits),
        ["asked back"] = shop => Assert.Single(shop.AskBack("order-1").Emits),
    };

    [Theory]
    [InlineData("placed", "cancelled")]
    [InlineData("placed", "failed")]
    [InlineData("placed", "cancelled", "failed")]
    [InlineData("placed", "placed", "cancelled", "cancelled", "failed", "failed")]
    public void An_order_that_ended_holds_nothing_and_gives_back_once_what_it_reserved(params string[] facts)
    {
        foreach (var arrival in OrdersOf(facts))
        {
            var shop = Run(arrival);

            var isReserved = arrival[0] == "placed";
            Assert.Equal(isReserved ? "Released" : "Cancelled", shop.StateOf("order-1"));
            Assert.Equal((50, 0, 0), shop.Units("laptop"));
            Assert.Equal(isReserved ? 1 : 0, shop.Emitted.OfType<InventoryReserved>().Count());
            Assert.Equal(isReserved ? 1 : 0, shop.Emitted.OfType<InventoryReleased>().Count());
        }
    }

    [Theory]
    [InlineData("placed", "shipped", "shipped", "cancelled", "failed")]
    [InlineData("placed", "placed", "shipped", "shipped", "failed", "failed")]
    public void What_was_reserved_leaves_or_comes_back_by_what_comes_first(params string[] facts)
    {
        foreach (var arrival in OrdersOf(facts))
        {
            var shop = Run(arrival);

            var known = arrival.First(fact => fact != "shipped") == "placed";
            var isShipped = known && arrival.SkipWhile(fact => fact != "placed").First(fact => fact != "placed") == "shipped";
            Assert.Equal(isShipped ? "Shipped" : known ? "Released" : "Cancelled", shop.StateOf("order-1"));
            Assert.Equal(isShipped ? (47, 0, 3) : (50, 0, 0), shop.Units("laptop"));
        }
    }

    /// <summary>The state machine asks while the orders worker ends the order: the two undo in the same row.</summary>
    [Theory]
    [InlineData("asked", "asked back")]
    [InlineData("asked", "asked", "asked back", "asked back")]
    [InlineData("asked", "asked back", "failed")]
    [InlineData("asked", "asked", "asked back", "cancelled")]
    public void What_the_state_machine_asks_for_and_asks_back_is_answered_each_time_and_done_once_at_most(params string[] facts)
    {
        foreach (var arrival in OrdersOf(facts))
        {
            var shop = Run(arrival);

            var isReserved = arrival[0] == "asked";
            Assert.Equal(isReserved ? "Released" : "Cancelled", shop.StateOf("order-1"));
            Assert.Equal((50, 0, 0), shop.Units("laptop"));
        }
    }

    private static Shop Run(IReadOnlyList<string> arrival)
    {
        var shop = new Shop().Stocked("laptop", 50);
        foreach (var fact in arrival)
        {
            Arrive[fact](shop);
        }

        return shop;
    }

    private static IEnumerable<IReadOnlyList<string>> OrdersOf(IReadOnlyList<string> facts) =>
        facts.Count == 0
            ? [[]]
            : from fact in facts.Distinct()
              let others = facts.Where((_, index) => index != IndexOf(facts, fact)).ToList()
              from rest in OrdersOf(others)
              select (IReadOnlyList<string>)[fact, .. rest];

    private static int IndexOf(IReadOnlyList<string> facts, string fact) => facts.TakeWhile(other => other != fact).Count();
}
