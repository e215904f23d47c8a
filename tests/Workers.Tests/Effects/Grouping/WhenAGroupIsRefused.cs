using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenAGroupIsRefused
{
    private readonly GroupBench _bench = new() { ["mug"] = 100, ["cup"] = 100 };
    private readonly StockHandler _handler = new();

    [Fact]
    public async Task A_message_whose_marker_exists_publishes_again_and_the_others_are_committed()
    {
        _bench["mug"] = 11;
        _ = _bench.Deliver(_handler, "event-1");
        _bench.Gather();

        var duplicate = _bench.Deliver(_handler, "event-1");
        var other = _bench.Deliver(_handler, "event-2");
        _bench.Gather();

        Assert.Equal((Outcome.Done, Outcome.Done), (await duplicate, await other));
        Assert.Equal(9, _bench["mug"]);
        Assert.Equal(2, _bench.Publisher.Published.Count);
        Assert.Single(_bench.Publisher.Published.Distinct());
    }

    [Fact]
    public async Task Those_that_touch_the_changed_item_are_decided_again_alone_and_in_order()
    {
        _bench.Store.MeetsFirst(() => _bench["mug"] = 8);
        var outcomes = new[]
        {
            _bench.Deliver(_handler, "event-1", quantity: 1),
            _bench.Deliver(_handler, "event-2", productId: "cup"),
            _bench.Deliver(_handler, "event-3", quantity: 2),
            _bench.Deliver(_handler, "event-4", productId: "cup"),
        };
        _bench.Gather();

        Assert.All(await Task.WhenAll(outcomes), outcome => Assert.Equal(Outcome.Done, outcome));
        Assert.Equal([2, 1, 1], _bench.GroupSizes);
        Assert.Equal([("cup", 100), ("cup", 99), ("mug", 8), ("mug", 7)], _handler.Decisions.Skip(4));
        Assert.Equal((5, 98), (_bench["mug"], _bench["cup"]));
    }

    [Fact]
    public void A_conflict_makes_the_next_groups_smaller_until_they_have_grown_back()
    {
        var nothing = new Deciding(Decision.Nothing);
        _bench.Store.MeetsRefusals(1, RefusalKind.Contended);
        for (var i = 0; i < 20; i++)
        {
            _bench.Deliver(nothing, $"event-{i}");
        }

        _bench.Gather();
        Assert.Equal([20], _bench.GroupSizes);
        for (var i = 20; i < 100; i++)
        {
            _bench.Deliver(nothing, $"event-{i}");
        }

        _bench.Gather();

        Assert.Equal([20, 15, 17, 20, 23, 5], _bench.GroupSizes);
    }

    [Fact]
    public void Conflicts_that_go_on_make_them_no_smaller_for_that_would_only_be_more_groups_that_meet()
    {
        var nothing = new Deciding(Decision.Nothing);
        _bench.Store.MeetsRefusals(3, RefusalKind.Contended);
        _bench.Store.MeetsFirst(() => { });
        _bench.Store.MeetsRefusals(2, RefusalKind.Contended);
        for (var i = 0; i < 200; i++)
        {
            _bench.Deliver(nothing, $"event-{i}");
        }

        _bench.Gather();

        Assert.Equal([100, 75, 25], _bench.GroupSizes);
    }

    [Fact]
    public async Task An_outage_makes_all_of_them_wait_and_no_other()
    {
        _bench.Store.MeetsOutage();
        var first = _bench.Deliver(_handler, "event-1");
        var second = _bench.Deliver(_handler, "event-2");
        _bench.Gather();
        var third = _bench.Deliver(_handler, "event-3");
        _bench.Gather();

        Assert.Equal([Outcome.Retry(), Outcome.Retry(), Outcome.Done], await Task.WhenAll(first, second, third));
    }
}
