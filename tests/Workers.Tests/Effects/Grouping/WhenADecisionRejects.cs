using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenADecisionRejects
{
    private static readonly ItemKey Mug = Shop.Product("mug");

    private readonly GroupBench _bench = new() { ["mug"] = 5 };
    private readonly StockHandler _stock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_message_is_dead_lettered_with_the_reason_and_nothing_is_written(int receiveCount)
    {
        var rejected = _bench.Deliver(new Deciding(Decision.Reject("No such mug."), Mug), "event-1", receiveCount: receiveCount);
        _bench.Gather();

        Assert.Equal(Outcome.Reject("No such mug."), await rejected);
        Assert.Empty(_bench.Store.Commits);
        Assert.Empty(_bench.Publisher.Calls);
    }

    [Fact]
    public async Task Its_neighbours_are_committed_together_as_if_it_were_not_there()
    {
        var first = _bench.Deliver(_stock, "event-1");
        var rejected = _bench.Deliver(new Deciding(Decision.Reject("Never.")), "event-2", receiveCount: 2);
        var second = _bench.Deliver(_stock, "event-3");
        _bench.Gather();

        Assert.Equal([Outcome.Done, Outcome.Reject("Never."), Outcome.Done], await Task.WhenAll(first, rejected, second));
        Assert.Equal([2], _bench.GroupSizes);
        Assert.Equal([("mug", 5), ("mug", 4)], _stock.Decisions);
    }

    [Fact]
    public async Task It_is_decided_again_once_the_writes_that_it_saw_are_committed()
    {
        List<decimal?> seen = [];
        var picky = new Deciding(items =>
        {
            seen.Add(items.Find(Mug)!.Number("available"));
            return seen[^1] < 5 ? Decision.Reject("Too few.") : Decision.Nothing;
        }, Mug);
        _bench.Store.MeetsFirst(() => _bench["mug"] = 9);   // the write before it does not come to be as it saw it

        _ = _bench.Deliver(_stock, "event-1");
        var rejected = _bench.Deliver(picky, "event-2", receiveCount: 2);
        _bench.Gather();

        Assert.Equal(Outcome.Done, await rejected);
        Assert.Equal([4, 8], seen);
    }

    [Fact]
    public async Task A_duplicate_of_what_has_taken_effect_publishes_again_though_it_would_be_rejected_now()
    {
        _bench["mug"] = 11;
        _ = _bench.Deliver(_stock, "event-1");
        _bench.Gather();

        var duplicate = _bench.Deliver(new Deciding(Decision.Reject("Sold out."), Mug), "event-1");
        _bench.Gather();

        Assert.Equal(Outcome.Done, await duplicate);
        Assert.Equal(2, _bench.Publisher.Published.Count);
        Assert.Single(_bench.Publisher.Published.Distinct());
    }

    [Fact]
    public async Task A_message_that_is_sent_back_is_decided_afresh()
    {
        var reject = _bench.Deliver(new Deciding(Decision.Reject("Not yet.")), "event-1");
        _bench.Gather();

        var sentBack = _bench.Deliver(_stock, "event-1");
        _bench.Gather();

        Assert.Equal([Outcome.Reject("Not yet."), Outcome.Done], await Task.WhenAll(reject, sentBack));
        Assert.Equal(4, _bench["mug"]);
    }
}
