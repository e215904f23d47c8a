using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

public sealed class WhenADecisionIsEmpty
{
    private readonly EffectsBench _bench = new();

    [Fact]
    public async Task The_marker_alone_is_committed()
    {
        var outcome = await _bench.HandleAsync(new ScriptedHandler(() => Decision.Nothing), Shop.Message());

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal([Shop.Marker("Shop.SoldHandler#event-1")], Assert.Single(_bench.Store.Commits).Select(write => write.Key));
        Assert.Equal(["marker", "expiresAt"], _bench.Store[Shop.Marker("Shop.SoldHandler#event-1")]!.Attributes.Keys);
    }
}
