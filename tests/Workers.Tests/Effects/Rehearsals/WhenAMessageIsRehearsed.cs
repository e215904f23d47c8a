using Microsoft.Extensions.DependencyInjection;
using Workers.Effects;
using Workers.Effects.Decisions;
using Workers.Effects.Rehearsals;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events.Reading;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Rehearsals;

public sealed class WhenAMessageIsRehearsed : IDisposable
{
    private static readonly ItemKey Lamp = Shop.Product("LAMP");

    private readonly HandlerTest _shop = new(builder =>
    {
        builder.Services.AddSingleton(Shop.Registry());
        builder.AddEffects("markers");
        builder.AddQueueConsumer("Shop", "shop-queue")
            .Decides<Sold, SoldHandler>()
            .Handles<Sold>("MailHandler", _ => new Mailer());
    });

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task What_a_handler_decides_is_told_and_nothing_is_written_or_published()
    {
        _shop.Store[Lamp] = Item.Empty.With("productId", "LAMP").With("available", 5);

        var decided = await DecideAsync("LAMP");

        Assert.Equal(RehearsalOutcome.Decides, decided.Outcome);
        Assert.Equal(Lamp, Assert.Single(decided.Writes).Key);
        Assert.Equal([Lamp], decided.Read.Keys);
        Assert.Empty(_shop.Store.Taken);
        Assert.Empty(_shop.Published);
    }

    [Fact]
    public async Task An_effect_that_has_happened_is_known_by_its_marker()
    {
        _shop.Store[Lamp] = Item.Empty.With("productId", "LAMP").With("available", 5);
        _shop.Receives(new Sold("LAMP", 1), "event-1");
        _shop.RunUntilQuiet();

        Assert.Equal(RehearsalOutcome.AlreadyDone, (await DecideAsync("LAMP")).Outcome);
    }

    [Fact]
    public async Task An_effect_elsewhere_is_not_asked_for() =>
        Assert.Equal(
            [("Shop.SoldHandler", false), ("Shop.MailHandler", true)],
            (await RehearseAsync("LAMP")).Handlers.Select(handler => (handler.Handler, handler.Outcome is RehearsalOutcome.NotRehearsed)));

    [Fact]
    public async Task A_body_that_nobody_can_read_says_why() =>
        Assert.NotNull((await Rehearsal.RunAsync("shop-queue", "{", "m-1", FakeTime.Start, TestContext.Current.CancellationToken)).Problem);

    private Rehearsal Rehearsal => _shop.Services.GetRequiredService<Rehearsal>();

    private async Task<RehearsedHandler> DecideAsync(string productId) => (await RehearseAsync(productId)).Handlers[0];

    private Task<RehearsedMessage> RehearseAsync(string productId)
    {
        var events = _shop.Services.GetRequiredService<EventRegistry>();
        var outgoing = events.Compose(new Sold(productId, 1), new("event-1", "event-1"), FakeTime.Start);
        return Rehearsal.RunAsync(
            "shop-queue", EnvelopeJson.Of(outgoing, "event-1"), "m-1", FakeTime.Start, TestContext.Current.CancellationToken);
    }

    private sealed class Mailer : IHandle<Sold>
    {
        public Task<Outcome> HandleAsync(EventMessage<Sold> message, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done);
    }
}
