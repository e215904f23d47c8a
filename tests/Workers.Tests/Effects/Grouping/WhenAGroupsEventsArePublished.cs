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

    private static Deciding Saying(string productId) =>
        new(Decision.Nothing.Emit(new Emission(new SoldOut(productId), productId)));
}
