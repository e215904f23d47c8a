using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenDecisionsAreRandom
{
    private static readonly string[] Products = ["mug", "cup", "jug"];

    private readonly GroupBench _bench = new();
    private readonly Dictionary<string, Sold> _sales = [];
    private readonly Dictionary<string, Update> _rivals = [];
    private readonly Dictionary<string, int> _stock = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Groups_do_what_their_messages_do_one_after_another(int seed)
    {
        var random = new Random(seed);
        Stock(random);

        var outcomes = Sell(random, messages: 120);
        _bench.Gather();

        Assert.All(await Task.WhenAll(outcomes), outcome => Assert.Equal(Outcome.Done, outcome));
        Assert.Contains(_bench.GroupSizes, size => size > 5);
        var serial = Replay();
        Assert.Equal(Products.Select(product => serial[product]), Products.Select(product => _bench[product]));
        Assert.Equal(
            serial.Publisher.Published.Select(outgoing => outgoing.EventId).Order(),
            _bench.Publisher.Published.Select(outgoing => outgoing.EventId).Order());
    }

    private void Stock(Random random)
    {
        foreach (var product in Products)
        {
            _stock[product] = random.Next(20, 120);
            _bench[product] = _stock[product];
        }
    }

    private List<Task<Outcome>> Sell(Random random, int messages)
    {
        var handler = new StockHandler();
        var outcomes = new List<Task<Outcome>>();
        for (var i = 0; i < messages; i++)
        {
            var sale = new Sold(Products[random.Next(3)], random.Next(8) == 0 ? -random.Next(1, 6) : random.Next(1, 5));
            _sales.Add($"Shop.SoldHandler#event-{i}", sale);
            outcomes.Add(_bench.Deliver(handler, $"event-{i}", sale.Quantity, sale.ProductId));
            if (random.Next(30) == 0)
            {
                MeetRival($"rival-{i}", Products[random.Next(3)], random.Next(-3, 10));
            }

            _bench.Advance(TimeSpan.FromMilliseconds(random.Next(2)));
        }

        return outcomes;
    }

    /// <summary>Another worker changes a product between a group's read and its commit.</summary>
    private void MeetRival(string name, string product, int added)
    {
        var change = Write.Update(Shop.Product(product)).Add("available", added).When(Condition.AtLeast("available", -added));
        _rivals.Add(name, change);
        _bench.Store.MeetsFirst(() => _bench.Store.Commit([Write.Insert(Shop.Marker(name), Item.Empty), change]));
    }

    /// <summary>The same messages, each on its own, in the order in which their transactions took effect.</summary>
    private GroupBench Replay()
    {
        var serial = new GroupBench(options => options.MaxGroupSize = 1);
        foreach (var (product, available) in _stock)
        {
            serial[product] = available;
        }

        var handler = new StockHandler();
        foreach (var marker in _bench.Store.Taken.SelectMany(writes => writes).OfType<Insert>().Select(insert => insert.Key.PartitionValue))
        {
            if (_rivals.TryGetValue(marker, out var change))
            {
                serial.Store.Commit([change]);
                continue;
            }

            serial.Deliver(handler, marker.Split('#')[1], _sales[marker].Quantity, _sales[marker].ProductId);
            serial.Gather();
        }

        return serial;
    }
}
