using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenOneOfAGroupCannotBeCommitted
{
    private readonly GroupBench _bench = new() { ["mug"] = 100 };
    private readonly StockHandler _handler = new();

    [Fact]
    public async Task A_handlers_exception_fails_its_message_alone()
    {
        var bad = await DeliverAmongOthersAsync(new Deciding(_ => throw new NotSupportedException("Poison.")));

        await Assert.ThrowsAsync<NotSupportedException>(() => bad);
        Assert.Equal([4], _bench.GroupSizes);
    }

    [Fact]
    public async Task An_exception_over_a_neighbours_undecided_write_is_asked_for_again()
    {
        var key = Shop.Product("mug");
        var picky = new Deciding(
            items => items.Find(key)!.Number("available") == 96 ? Decision.Nothing : throw new NotSupportedException(), key);

        Assert.Equal(Outcome.Done, await await DeliverAmongOthersAsync(picky));
        Assert.Equal(2, picky.Decisions);
    }

    [Fact]
    public async Task What_DynamoDB_never_takes_rejects_its_author_alone()
    {
        _bench.Store.Impossible = write => write.Key == Shop.Product("odd");

        var bad = await DeliverAmongOthersAsync(new Deciding(Decision.Commit(Write.Insert(Shop.Product("odd"), Item.Empty))));

        Assert.Equal(Outcome.Reject("DynamoDB refuses the request."), await bad);
    }

    [Fact]
    public async Task What_DynamoDB_never_reads_rejects_its_author_alone()
    {
        _bench.Store.Unreadable = Shop.Product("odd");

        var bad = await DeliverAmongOthersAsync(new Deciding(Decision.Nothing, Shop.Product("odd")));

        Assert.Equal(Outcome.Reject("DynamoDB refuses the key."), await bad);
    }

    [Fact]
    public async Task An_item_that_is_too_large_rejects_its_author_alone()
    {
        var item = Item.Empty.With("story", new string('x', 390 * 1024));

        var bad = await DeliverAmongOthersAsync(new Deciding(Decision.Commit(Write.Insert(Shop.Product("odd"), item))));

        Assert.StartsWith("DeadLetter", (await bad).ToString(), StringComparison.Ordinal);
        Assert.Equal([4], _bench.GroupSizes);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_rejects_its_author_alone()
    {
        var bad = await DeliverAmongOthersAsync(new Deciding(_ => Decision.Nothing, Shop.Product("")));

        Assert.StartsWith("DeadLetter", (await bad).ToString(), StringComparison.Ordinal);
        Assert.Equal([4], _bench.GroupSizes);
    }

    [Fact]
    public async Task A_decision_sees_only_what_it_named_itself()
    {
        var bad = await DeliverAmongOthersAsync(new Deciding(items => Decision.Commit(Write.Check(
            Shop.Product("mug"), Condition.AtLeast("available", items.Find(Shop.Product("mug"))!.Number("available")!.Value)))));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
    }

    [Fact]
    public async Task A_marker_that_cannot_be_read_fails_its_message_alone()
    {
        _bench.Store[Shop.Marker("Shop.SoldHandler#bad")] = Item.Empty.With("events", [Item.Empty.With("eventId", "no more than that")]);

        var bad = await DeliverAmongOthersAsync(new Deciding(Decision.Nothing));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
    }

    /// <summary>One message between four good ones, which must all be committed.</summary>
    private async Task<Task<Outcome>> DeliverAmongOthersAsync(IDecide<Sold> handler)
    {
        List<Task<Outcome>> good = [_bench.Deliver(_handler, "event-1"), _bench.Deliver(_handler, "event-2")];
        var bad = _bench.Deliver(handler, "bad");
        good.AddRange([_bench.Deliver(_handler, "event-3"), _bench.Deliver(_handler, "event-4")]);
        _bench.Gather();

        Assert.All(await Task.WhenAll(good), outcome => Assert.Equal(Outcome.Done, outcome));
        Assert.Equal(96, _bench["mug"]);
        return bad;
    }
}
