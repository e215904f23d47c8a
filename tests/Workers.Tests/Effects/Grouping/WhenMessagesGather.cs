using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenMessagesGather
{
    private readonly GroupBench _bench = new();
    private readonly StockHandler _handler = new();

    public WhenMessagesGather()
    {
        _bench["mug"] = 100;
        _bench["cup"] = 100;
    }

    [Fact]
    public async Task A_lone_message_waits_for_the_linger_and_no_longer()
    {
        var outcome = _bench.Deliver(_handler, "event-1");

        _bench.Advance(GroupBench.Linger - TimeSpan.FromTicks(1));
        Assert.Empty(_bench.Store.Reads);
        _bench.Advance(TimeSpan.FromTicks(1));

        Assert.True(outcome.IsCompleted);
        Assert.Equal(Outcome.Done, await outcome);
    }

    [Fact]
    public void They_share_one_read_and_one_transaction()
    {
        _bench.Deliver(_handler, "event-1");
        _bench.Deliver(_handler, "event-2", productId: "cup");
        _bench.Deliver(_handler, "event-3");
        _bench.Gather();

        Assert.Equal([Shop.Product("mug"), Shop.Product("cup")], Assert.Single(_bench.Store.Reads));
        Assert.Equal(5, Assert.Single(_bench.Store.Commits).Count);
        Assert.Equal((98, 99), (_bench["mug"], _bench["cup"]));
    }

    [Fact]
    public void A_full_group_does_not_wait()
    {
        var handler = new Deciding(Decision.Nothing);

        for (var i = 0; i < 100; i++)
        {
            _bench.Deliver(handler, $"event-{i}");
        }

        Assert.Equal([100], _bench.GroupSizes.ToArray());
    }

    [Fact]
    public void Those_that_come_while_a_commit_is_under_way_share_the_next()
    {
        var gate = new TaskCompletionSource();
        _bench.Store.Gate = gate.Task;
        _bench.Deliver(_handler, "event-1");
        _bench.Gather();
        for (var i = 2; i <= 10; i++)
        {
            _bench.Deliver(_handler, $"event-{i}");
        }

        _bench.Advance(GroupBench.Linger);
        Assert.Single(_bench.Store.Commits);
        _bench.Do(gate.SetResult);

        Assert.Equal([1, 9], _bench.GroupSizes);
    }

    [Fact]
    public void What_does_not_fit_a_transaction_is_committed_next()
    {
        for (var i = 0; i < 20; i++)
        {
            var products = Enumerable.Range(0, 9).Select(product => Write.Insert(Shop.Product($"{i}-{product}"), Item.Empty));
            _bench.Deliver(new Deciding(Decision.Commit([.. products])), $"event-{i}");
        }

        _bench.Gather();

        Assert.Equal([10, 10], _bench.GroupSizes);
    }

    [Fact]
    public void What_is_too_large_together_is_committed_apart()
    {
        for (var i = 0; i < 12; i++)
        {
            var item = Item.Empty.With("story", new string('x', 380 * 1024));
            _bench.Deliver(new Deciding(Decision.Commit(Write.Insert(Shop.Product($"{i}"), item))), $"event-{i}");
        }

        _bench.Gather();

        Assert.Equal([10, 2], _bench.GroupSizes);
    }

    [Fact]
    public void A_group_may_be_limited_to_one_message()
    {
        var bench = new GroupBench(options => options.MaxGroupSize = 1) { ["mug"] = 5 };

        bench.Deliver(_handler, "event-1");
        bench.Deliver(_handler, "event-2");
        bench.Gather();

        Assert.Equal([1, 1], bench.GroupSizes);
    }

    [Fact]
    public async Task A_message_that_is_cancelled_by_then_is_not_decided()
    {
        using var lease = new CancellationTokenSource();
        var lost = _bench.Deliver(_handler, "event-1", lease: lease);
        var kept = _bench.Deliver(_handler, "event-2");

        await lease.CancelAsync();
        _bench.Gather();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);
        Assert.Equal(Outcome.Done, await kept);
        Assert.Equal(99, _bench["mug"]);
    }

    [Fact]
    public async Task A_commit_goes_on_until_nobody_waits_for_it()
    {
        using var one = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        _bench.Store.Gate = new TaskCompletionSource().Task;
        var first = _bench.Deliver(_handler, "event-1", lease: one);
        var second = _bench.Deliver(_handler, "event-2", lease: other);
        _bench.Gather();

        _bench.Do(one.Cancel);
        Assert.False(first.IsCompleted);
        _bench.Do(other.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }
}
