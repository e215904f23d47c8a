using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenADuplicateIsInHand
{
    private readonly GroupBench _bench = new() { ["mug"] = 100 };
    private readonly StockHandler _handler = new();

    [Fact]
    public async Task It_settles_with_the_first_that_gathers()
    {
        var first = _bench.Deliver(_handler, "event-1");
        var second = _bench.Deliver(_handler, "event-1");
        _bench.Gather();

        Assert.Equal((Outcome.Done, Outcome.Done), (await first, await second));
        Assert.Single(_handler.Decisions);
        Assert.Single(_bench.Store.Commits);
    }

    [Fact]
    public async Task It_settles_with_the_first_that_is_being_committed()
    {
        var gate = new TaskCompletionSource();
        _bench.Store.Gate = gate.Task;
        var first = _bench.Deliver(_handler, "event-1");
        _bench.Gather();
        var second = _bench.Deliver(_handler, "event-1");

        Assert.False(second.IsCompleted);
        _bench.Do(gate.SetResult);
        _bench.Gather();

        Assert.Equal((Outcome.Done, Outcome.Done), (await first, await second));
        Assert.Single(_bench.Store.Commits);
    }

    [Fact]
    public async Task It_waits_in_the_queue_when_the_first_lost_its_lease()
    {
        using var lease = new CancellationTokenSource();
        var first = _bench.Deliver(_handler, "event-1", lease: lease);
        var second = _bench.Deliver(_handler, "event-1");

        await lease.CancelAsync();
        _bench.Gather();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(Outcome.Retry(), await second);
    }
}
