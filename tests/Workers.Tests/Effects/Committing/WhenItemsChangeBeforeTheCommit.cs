using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

public sealed class WhenItemsChangeBeforeTheCommit
{
    private readonly EffectsBench _bench = new(options => options.MaxDecisions = 3);
    private readonly SoldHandler _handler = new();

    public WhenItemsChangeBeforeTheCommit() => Available = 5;

    private decimal? Available
    {
        get => _bench.Store[Shop.Product("mug")]!.Number("available");
        set => _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", value);
    }

    [Fact]
    public async Task The_message_is_decided_again_on_fresh_items()
    {
        _bench.Store.MeetsFirst(() => Available = 1);

        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(2, _handler.Decisions);
        Assert.Equal(0, Available);
        Assert.Single(_bench.Publisher.Published);
    }

    [Fact]
    public async Task The_second_read_includes_the_marker()
    {
        _bench.Store.MeetsFirst(() => Available = 1);

        await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal([Shop.Marker("Shop.SoldHandler#event-1"), Shop.Product("mug")], _bench.Store.Reads[1]);
    }

    [Fact]
    public async Task The_message_waits_when_that_goes_on()
    {
        for (var i = 0; i < 3; i++)
        {
            _bench.Store.MeetsFirst(() => Available += 1);
        }

        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Retry(), outcome);
        Assert.Equal(3, _handler.Decisions);
        Assert.Equal(8, Available);
    }
}
