using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

public sealed class WhenADeliveryEndsBetweenItsCommitAndItsPublish
{
    private readonly EffectsBench _bench = new();
    private readonly SoldHandler _handler = new();

    public WhenADeliveryEndsBetweenItsCommitAndItsPublish() =>
        _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", 1).With("name", "Mug");

    [Fact]
    public async Task The_message_waits()
    {
        _bench.Publisher.RefusesOnce();

        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Empty(_bench.Publisher.Published);
    }

    [Fact]
    public async Task The_redelivery_publishes_what_was_committed_and_decides_nothing()
    {
        _bench.Publisher.RefusesOnce();
        await _bench.HandleAsync(_handler, Shop.Message());
        _bench.Time.Advance(TimeSpan.FromMinutes(1));

        var outcome = await _bench.HandleAsync(_handler, Shop.Message(receiveCount: 2));

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(FakeTime.Start, Assert.Single(_bench.Publisher.Published).Time);
        Assert.Equal(1, _handler.Decisions);
        Assert.Single(_bench.Store.Commits);
    }

    [Fact]
    public async Task Every_publish_says_the_same()
    {
        await _bench.HandleAsync(_handler, Shop.Message());
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        await _bench.HandleAsync(_handler, Shop.Message(receiveCount: 2));

        Assert.Equal(2, _bench.Publisher.Published.Count);
        Assert.Single(_bench.Publisher.Published.Distinct());
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_takes_effect_once()
    {
        _bench.Store.LosesAnswer();

        var first = await _bench.HandleAsync(_handler, Shop.Message());
        var second = await _bench.HandleAsync(_handler, Shop.Message(receiveCount: 2));

        Assert.Equal(Outcome.Retry(), first);
        Assert.Equal(Outcome.Done, second);
        Assert.Equal(0, _bench.Store[Shop.Product("mug")]!.Number("available"));
        Assert.Single(_bench.Publisher.Published);
    }
}
