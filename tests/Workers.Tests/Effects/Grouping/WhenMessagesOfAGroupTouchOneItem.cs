using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenMessagesOfAGroupTouchOneItem
{
    private readonly GroupBench _bench = new();
    private readonly StockHandler _handler = new();

    [Fact]
    public void Their_changes_are_one_action()
    {
        _bench["mug"] = 100;

        _bench.Deliver(_handler, "event-1", quantity: 3);
        _bench.Deliver(_handler, "event-2", quantity: 4);
        _bench.Gather();

        Assert.Equal(
            [Shop.Marker("Shop.SoldHandler#event-1"), Shop.Product("mug"), Shop.Marker("Shop.SoldHandler#event-2")],
            Assert.Single(_bench.Store.Commits).Select(write => write.Key));
        Assert.Equal(93, _bench["mug"]);
    }

    [Fact]
    public void Each_is_decided_on_what_those_before_it_leave()
    {
        _bench["mug"] = 100;

        _bench.Deliver(_handler, "event-1", quantity: 3);
        _bench.Deliver(_handler, "event-2", quantity: 4);
        _bench.Gather();

        Assert.Equal([("mug", 100), ("mug", 97)], _handler.Decisions);
    }

    [Fact]
    public void Exactly_one_sees_a_crossing()
    {
        _bench["mug"] = 30;

        for (var i = 0; i < 25; i++)
        {
            _bench.Deliver(_handler, $"event-{i}");
        }

        _bench.Gather();

        Assert.Single(_bench.Publisher.Published);
        Assert.Equal([25], _bench.GroupSizes);
        Assert.Equal(5, _bench["mug"]);
    }

    [Fact]
    public async Task A_refusal_is_decided_again_once_the_writes_before_it_are_committed()
    {
        _bench["mug"] = 5;

        _ = _bench.Deliver(_handler, "event-1", quantity: 4);
        var refused = _bench.Deliver(_handler, "event-2", quantity: 2);
        _ = _bench.Deliver(_handler, "event-3");
        _bench.Gather();

        Assert.Equal(Outcome.Done, await refused);
        Assert.Equal([2, 1], _bench.GroupSizes);
        Assert.Equal(Condition.AtMost("available", 1), Assert.Single(Assert.IsType<Check>(_bench.Store.Commits[1][1]).Conditions));
    }

    [Fact]
    public void Refusals_share_their_check()
    {
        _bench["mug"] = 0;

        _bench.Deliver(_handler, "event-1", quantity: 4);
        _bench.Deliver(_handler, "event-2", quantity: 2);
        _bench.Gather();

        Assert.Equal([2], _bench.GroupSizes);
        Assert.Equal(Condition.AtMost("available", 1), Assert.Single(Assert.Single(_bench.Store.Commits[0].OfType<Check>()).Conditions));
    }

    [Fact]
    public void What_one_inserts_the_other_decides_about_when_it_is_committed()
    {
        var key = Shop.Product("mug");
        var first = new Deciding(Decision.Commit(Write.Insert(key, Item.Empty)));
        var second = new Deciding(Decision.Nothing, key);
        _bench.Deliver(first, "event-1");
        _bench.Deliver(second, "event-2");
        _bench.Gather();

        Assert.Equal([1, 1], _bench.GroupSizes);
        Assert.Equal(1, second.Decisions);
    }

    [Fact]
    public void What_one_sets_the_other_sees_and_may_set_again()
    {
        var key = Shop.Product("mug");
        _bench["mug"] = 1;
        var handler = new Deciding(
            items => items.Find(key)!.Text("last") is var last && last is null
                ? Decision.Commit(Write.Update(key).Set("last", "1").When(Condition.Is("last", (string?)null)))
                : Decision.Commit(Write.Update(key).Set("last", last + "+1").When(Condition.Is("last", last))),
            key);
        _bench.Deliver(handler, "event-1");
        _bench.Deliver(handler, "event-2");
        _bench.Deliver(handler, "event-3");
        _bench.Gather();

        Assert.Equal([3], _bench.GroupSizes);
        Assert.Equal("1+1+1", _bench.Store[key]!.Text("last"));
    }

    [Fact]
    public void Of_two_that_insert_it_the_second_is_first_in_the_next_group()
    {
        var gate = new TaskCompletionSource();
        var first = new Deciding(InsertOrNothing, Shop.Product("new"));
        var second = new Deciding(_ => Insert, []);
        _bench.Store.Gate = gate.Task;
        _bench.Deliver(first, "event-1");
        _bench.Deliver(second, "event-2");
        _bench.Gather();
        _bench.Deliver(first, "event-3");
        _bench.Do(gate.SetResult);
        _bench.Gather();

        Assert.Equal([Shop.Marker("Shop.SoldHandler#event-1"), Shop.Product("new")], _bench.Store.Commits[0].Select(write => write.Key));
        Assert.Equal([Shop.Marker("Shop.SoldHandler#event-2"), Shop.Product("new")], _bench.Store.Commits[1].Take(2).Select(write => write.Key));
    }

    private static Decision Insert => Decision.Commit(Write.Insert(Shop.Product("new"), Item.Empty.With("available", 1)));

    private static Decision InsertOrNothing(Items items) => items.Contains(Shop.Product("new")) ? Decision.Nothing : Insert;
}
