using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Committing;

public sealed class WhenAnEventComesTwice
{
    private readonly EffectsBench _bench = new();
    private readonly SoldHandler _handler = new();

    public WhenAnEventComesTwice() => _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", 5);

    [Fact]
    public async Task A_duplicate_on_its_first_delivery_changes_nothing()
    {
        await _bench.HandleAsync(_handler, Shop.Message());

        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(4, _bench.Store[Shop.Product("mug")]!.Number("available"));
    }

    [Fact]
    public async Task A_duplicate_whose_own_decision_does_not_hold_is_done_all_the_same()
    {
        _bench.Store.MeetsFirst(() =>
        {
            // The other delivery commits between this one's read and its commit.
            _bench.Store[Shop.Marker("Shop.SoldHandler#event-1")] = Item.Empty.With("expiresAt", 1);
            _bench.Store[Shop.Product("mug")] = Item.Empty.With("available", 4);
        });

        var outcome = await _bench.HandleAsync(_handler, Shop.Message());

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(1, _handler.Decisions);
        Assert.Equal(4, _bench.Store[Shop.Product("mug")]!.Number("available"));
    }

    [Fact]
    public async Task Another_event_is_a_duplicate_where_the_effect_happens_once_for_more_than_the_event()
    {
        var handler = new OncePerProduct(_handler);
        var first = Shop.Message();
        await _bench.HandleAsync(handler, first);

        var outcome = await _bench.HandleAsync(handler, first with { Metadata = first.Metadata with { EventId = "event-2" } });

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(4, _bench.Store[Shop.Product("mug")]!.Number("available"));
        Assert.NotNull(_bench.Store[Shop.Marker("Shop.SoldHandler#product=mug")]);
    }

    [Fact]
    public async Task Another_handler_of_the_same_event_is_not_a_duplicate()
    {
        await _bench.HandleAsync(_handler, Shop.Message());

        var message = Shop.Message();
        await _bench.HandleAsync(_handler, message with { Delivery = message.Delivery with { HandlerName = "Shop.Other" } });

        Assert.Equal(3, _bench.Store[Shop.Product("mug")]!.Number("available"));
    }

    private sealed class OncePerProduct(IDecide<Sold> handler) : IDecide<Sold>
    {
        public string OncePer(EventMessage<Sold> sold) => "product=mug";

        public IEnumerable<ItemKey> Reads(Sold sold) => handler.Reads(sold);

        public Decision Decide(EventMessage<Sold> message, Items items) => handler.Decide(message, items);
    }
}
