using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events.Reading;
using Workers.Tests.Effects.Fakes;
using Workers.Tests.Engine;

namespace Workers.Tests.Effects;

public sealed class WhenAHandlerIsRegisteredToDecide
{
    private readonly EffectsBench _bench = new();

    [Fact]
    public async Task Its_queue_hands_it_messages_under_the_name_that_its_markers_have()
    {
        _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", 5);
        var message = Shop.Message();

        var registration = Assert.Single(_bench.Consumer.Handlers);
        var handle = registration.Open(_bench.Services);
        var received = new ReceivedEvent(message.Envelope, message.Metadata, message.Detail);
        var outcome = await handle(MessageContexts.Of(received, _bench.Services));

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(4, _bench.Store[Shop.Product("mug")]!.Number("available"));
        Assert.NotNull(_bench.Store[Shop.Marker("Shop.SoldHandler#event-1")]);
    }
}
