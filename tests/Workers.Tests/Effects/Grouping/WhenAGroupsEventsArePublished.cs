using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenAGroupsEventsArePublished
{
    private readonly GroupBench _bench = new();

    [Fact]
    public void They_are_handed_to_the_bus_at_once()
    {
        _bench.Deliver(Saying("mug"), "event-1");
        _bench.Deliver(Saying("cup"), "event-2");
        _bench.Gather();

        Assert.Equal(2, Assert.Single(_bench.Publisher.Calls).Count);
    }

    [Fact]
    public async Task Only_the_message_of_an_event_that_is_not_taken_waits()
    {
        _bench.Publisher.Refused = outgoing => outgoing.Detail.Contains("cup", StringComparison.Ordinal);

        var mug = _bench.Deliver(Saying("mug"), "event-1");
        var cup = _bench.Deliver(Saying("cup"), "event-2");
        var silent = _bench.Deliver(new Deciding(Decision.Nothing), "event-3");
        _bench.Gather();

        Assert.Equal([Outcome.Done, Outcome.Retry(), Outcome.Done], await Task.WhenAll(mug, cup, silent));
    }

    [Fact]
    public async Task The_message_that_waited_publishes_what_its_marker_holds()
    {
        _bench.Publisher.RefusesOnce();
        _ = _bench.Deliver(Saying("mug"), "event-1");
        _bench.Gather();

        var again = _bench.Deliver(Saying("other"), "event-1", receiveCount: 2);
        _bench.Gather();

        Assert.Equal(Outcome.Done, await again);
        Assert.Contains("mug", Assert.Single(_bench.Publisher.Published).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_group_is_committed_meanwhile_and_no_other()
    {
        var gate = new TaskCompletionSource();
        _bench.Publisher.Gate = gate.Task;
        var first = DeliverAndGather("event-1");
        var second = DeliverAndGather("event-2");
        var third = DeliverAndGather("event-3");

        Assert.Equal(2, _bench.Store.Taken.Count);
        Assert.Single(_bench.Publisher.Calls);
        Assert.False(second.IsCompleted);
        _bench.Do(gate.SetResult);
        _bench.Gather();

        Assert.All(await Task.WhenAll(first, second, third), outcome => Assert.Equal(Outcome.Done, outcome));
        Assert.Equal(3, _bench.Publisher.Calls.Count);
    }

    [Fact]
    public async Task A_message_without_events_does_not_wait_for_the_bus()
    {
        _bench.Publisher.Gate = new TaskCompletionSource().Task;

        var saying = _bench.Deliver(Saying("mug"), "event-1");
        var silent = _bench.Deliver(new Deciding(Decision.Nothing), "event-2");
        _bench.Gather();

        Assert.Equal(Outcome.Done, await silent);
        Assert.False(saying.IsCompleted);
    }

    private Task<Outcome> DeliverAndGather(string eventId)
    {
        var outcome = _bench.Deliver(Saying(eventId), eventId);
        _bench.Gather();
        return outcome;
    }

    private static Deciding Saying(string productId) =>
        new(Decision.Nothing.Emit(new Emission(new SoldOut(productId), productId)));
}
