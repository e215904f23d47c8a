using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Effects;
using Workers.Effects.Decisions;
using Workers.Engine;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Testing;

public sealed class WhenADecisionIsTested : IDisposable
{
    private static readonly ItemKey Mug = Shop.Product("mug");

    private readonly HandlerTest _test = new(Register);

    public WhenADecisionIsTested() => _test.Store[Mug] = Item.Empty.With("available", 2);

    private decimal? Available => _test.Store[Mug]?.Number("available");

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Its_writes_are_in_the_tables_and_its_events_on_the_bus()
    {
        _test.Receives(new Sold("mug", 2));
        _test.RunUntilQuiet();

        Assert.Equal(0, Available);
        Assert.Equal(new SoldOut("mug"), Assert.Single(_test.Published).Detail);
    }

    [Fact]
    public void A_duplicate_of_its_event_changes_nothing()
    {
        _test.Receives(new Sold("mug", 1), eventId: "sale");
        _test.RunUntilQuiet();
        _test.Receives(new Sold("mug", 1), eventId: "sale");
        _test.RunUntilQuiet();

        Assert.Equal(1, Available);
    }

    [Fact]
    public void An_outage_of_the_store_lets_its_message_wait()
    {
        _test.Store.MeetsOutage();

        _test.Receives(new Sold("mug", 1));
        _test.RunUntilQuiet();

        Assert.Equal(1, Available);
        Assert.True(_test.Time.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public void A_rival_that_was_faster_makes_it_decide_again()
    {
        _test.Store.MeetsFirst(() => _test.Store[Mug] = Item.Empty.With("available", 1));

        _test.Receives(new Sold("mug", 1));
        _test.RunUntilQuiet();

        Assert.Equal(0, Available);
        Assert.Single(_test.Published);
    }

    private static void Register(IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Shop.Registry());
        builder.AddEffects(Shop.MarkerTable);
        builder.AddQueueConsumer("Shop", "shop-queue").Decides<Sold, SoldHandler>();
    }
}
