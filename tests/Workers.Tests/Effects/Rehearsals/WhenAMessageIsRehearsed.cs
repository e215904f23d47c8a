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
    public async Task Asked_again_the_handler_decides_although_it_has_a_marker()
    {
        _shop.Store[Lamp] = Item.Empty.With("productId", "LAMP").With("available", 1);
        _shop.Receives(new Sold("LAMP", 1), "event-1");
        _shop.RunUntilQuiet();

        var decided = (await RehearseAsync("LAMP", again: true)).Handlers[0];

        Assert.Equal((RehearsalOutcome.Decides, 1), (decided.Outcome, decided.Writes.Count));
        Assert.Equal("Sold Out", Assert.Single(decided.EmittedBefore!).Name.DetailType);
        Assert.Empty(decided.Emits);   // it is sold out already
    }

    [Fact]
    public async Task A_handler_that_cannot_name_its_items_any_more_is_known_by_its_marker_all_the_same()
    {
        var labels = new LabelHandler();
        using var shop = new HandlerTest(builder =>
        {
            builder.Services.AddSingleton(Shop.Registry());
            builder.AddEffects("markers");
            builder.AddQueueConsumer("Shop", "shop-queue").Decides<Sold>("LabelHandler", _ => labels);
        });
        shop.Receives(new Sold("LAMP", 1), "event-1");
        shop.RunUntilQuiet();
        labels.IsBroken = true;

        var failed = (await RehearseAsync(shop, "LAMP", again: true)).Handlers[0];

        Assert.Equal((RehearsalOutcome.Fails, "broken", true), (failed.Outcome, failed.Problem, failed.EmittedBefore is not null));
    }

    [Fact]
    public async Task An_effect_elsewhere_is_not_asked_for() =>
        Assert.Equal(
            [("Shop.SoldHandler", false), ("Shop.MailHandler", true)],
            (await RehearseAsync("LAMP")).Handlers.Select(handler => (handler.Handler, handler.Outcome is RehearsalOutcome.NotRehearsed)));

    [Fact]
    public async Task An_event_that_is_only_measured_is_no_problem_and_decides_nothing()
    {
        using var shop = new HandlerTest(builder =>
        {
            builder.Services.AddSingleton(Shop.Registry()).AddSingleton(new object());
            builder.AddEffects("markers");
            builder.AddQueueConsumer("Shop", "shop-queue").Measures<Sold, object>((_, _) => { });
        });

        var message = await RehearseAsync(shop, "LAMP", again: false);

        Assert.Null(message.Problem);
        Assert.Empty(message.Handlers);
    }

    [Fact]
    public async Task An_event_that_nobody_handles_is_told_as_such()
    {
        using var shop = new HandlerTest(builder =>
        {
            builder.Services.AddSingleton(Shop.Registry());
            builder.AddEffects("markers");
            builder.AddQueueConsumer("Shop", "shop-queue").Handles<SoldOut>("MailHandler", _ => null!);
        });

        Assert.Equal("No handler is registered for shop/Sold.", (await RehearseAsync(shop, "LAMP", again: false)).Problem);
    }

    [Fact]
    public async Task A_body_that_nobody_can_read_says_why() =>
        Assert.NotNull((await _shop.Services.GetRequiredService<Rehearsal>().RunAsync(
            "shop-queue", "{", "m-1", FakeTime.Start, again: false, TestContext.Current.CancellationToken)).Problem);

    private async Task<RehearsedHandler> DecideAsync(string productId) => (await RehearseAsync(productId)).Handlers[0];

    private Task<RehearsedMessage> RehearseAsync(string productId, bool again = false) => RehearseAsync(_shop, productId, again);

    private static Task<RehearsedMessage> RehearseAsync(HandlerTest shop, string productId, bool again)
    {
        var events = shop.Services.GetRequiredService<EventRegistry>();
        var outgoing = events.Compose(new Sold(productId, 1), new("event-1", "event-1"), FakeTime.Start);
        return shop.Services.GetRequiredService<Rehearsal>().RunAsync(
            "shop-queue", EnvelopeJson.Of(outgoing, "event-1"), "m-1", FakeTime.Start, again, TestContext.Current.CancellationToken);
    }

    private sealed class LabelHandler : IDecide<Sold>
    {
        public bool IsBroken { get; set; }

        public IEnumerable<ItemKey> Reads(Sold detail) => IsBroken ? throw new InvalidOperationException("broken") : [];

        public Decision Decide(EventMessage<Sold> message, Items items) => Decision.Nothing;
    }

    private sealed class Mailer : IHandle<Sold>
    {
        public Task<Outcome> HandleAsync(EventMessage<Sold> message, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done);
    }
}
