using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Inventory.Handlers;
using Workers.Inventory.Stores;
using Workers.Tests.Effects.Grouping;
using Condition = Workers.Effects.Decisions.Condition;

namespace Workers.Tests.Inventory;

/// <summary>
/// The worker's own handlers under group commit, on seeded schedules with duplicates, rivals, conflicts, outages and lost answers: what
/// they leave is what the same messages leave one at a time, in the order in which they took effect.
/// </summary>
public sealed class WhenOrdersShareTransactions
{
    private const int Messages = 150;
    private static readonly string[] Products = ["laptop", "mouse", "desk"];   // nobody stocks the desk at first
    private static readonly EventRegistry Registry = EventCatalog.Build();

    private readonly GroupBench _bench = new(registry: Registry);
    private readonly Dictionary<string, Func<GroupBench, int, Task<Outcome>>> _deliveries = [];
    private readonly Dictionary<string, Write> _rivals = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void They_leave_what_they_leave_one_at_a_time(int seed)
    {
        Run(new Random(seed));

        var serial = Replay();

        Assert.Contains(_bench.GroupSizes, size => size > 5);
        Assert.Equal(Rows(serial), Rows(_bench));
        Assert.Equal(Events(serial), Events(_bench));
        Assert.All(
            _bench.Publisher.Published.GroupBy(outgoing => outgoing.EventId),
            published => Assert.Single(published.Select(outgoing => outgoing.Detail).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Stock_is_never_oversold_and_what_is_reserved_or_shipped_is_what_orders_say(int seed)
    {
        Run(new Random(seed));

        var (held, shipped) = (UnitsOf("Reserved"), UnitsOf("Shipped"));
        foreach (var productId in Products)
        {
            var product = _bench.Store[Product.Key(productId)];
            Assert.True((product?.Number("available") ?? 0) >= 0);
            Assert.Equal(held.GetValueOrDefault(productId), product?.Number("reserved") ?? 0);
            Assert.Equal(shipped.GetValueOrDefault(productId), product?.Number("shipped") ?? 0);
        }
    }

    /// <summary>The units per product of the reservations in a state.</summary>
    private Dictionary<string, decimal> UnitsOf(string state) => _bench.Store.Items
        .Where(row => row.Key.Table == Topology.ReservationsTable && row.Value.Text("state") == state)
        .SelectMany(row => row.Value.List("items"))
        .GroupBy(item => item.Text("productId")!, item => item.Number("quantity")!.Value)
        .ToDictionary(product => product.Key, product => product.Sum());

    /// <summary>Delivers everything, and again what has to wait, until all is done.</summary>
    private void Run(Random random)
    {
        var pending = new Dictionary<string, Task<Outcome>>();
        Add(new InventoryUpdatedHandler(Shop.Purchasing), new InventoryUpdated("laptop", CurrentStock: random.Next(60, 200)), "stock-0");
        Add(new InventoryUpdatedHandler(Shop.Purchasing), new InventoryUpdated("mouse", CurrentStock: random.Next(60, 200)), "stock-1");
        for (var i = 0; i < Messages; i++)
        {
            AddMessage(random, $"event-{i}");
        }

        foreach (var (marker, deliver) in _deliveries)
        {
            pending[marker] = deliver(_bench, 1);
            Meet(random);
            _bench.Advance(TimeSpan.FromMilliseconds(random.Next(2)));
        }

        for (var receive = 2; pending.Count > 0; receive++)
        {
            _bench.Gather();
            Assert.True(receive < 30, "Messages wait for ever.");
            pending = pending.Where(message => message.Value.Result != Outcome.Done)
                .ToDictionary(message => message.Key, message => _deliveries[message.Key](_bench, receive));
        }
    }

    private void AddMessage(Random random, string eventId)
    {
        var orderId = $"order-{random.Next(Messages / 2)}";
        var product = Products[random.Next(Products.Length)];
        switch (random.Next(14))
        {
            case 0:
                Add(new OrderCancellationDecidedHandler(), Facts.Cancelled(orderId), eventId);
                break;
            case 1:
                Add(new OrderFailedHandler(), Facts.Failed(orderId), eventId);
                break;
            case 4 or 5:
                Add(new ShipmentCreatedHandler(), Facts.Shipped(orderId), eventId);
                break;
            case 2:
                Add(new InventoryUpdatedHandler(Shop.Purchasing), new InventoryUpdated(product, Restock: random.Next(1, 10)), eventId);
                break;
            case 3:
                var set = new InventoryUpdated(product, CurrentStock: random.Next(60), Threshold: random.Next(3) == 0 ? random.Next(20) : null)
                {
                    Timestamp = Tests.Messages.Now.AddSeconds(random.Next(60)),
                };
                Add(new InventoryUpdatedHandler(Shop.Purchasing), set, eventId);
                break;
            default:
                var items = Products.Where(_ => random.Next(2) == 0).DefaultIfEmpty(product);
                var order = new OrderPlaced(orderId, "customer-1", [.. items.Select(id => new OrderItem(id, random.Next(1, 6)))], 10m);
                Add(new OrderPlacedHandler(), order, eventId);
                break;
        }
    }

    private void Add<TEvent>(IDecide<TEvent> handler, TEvent detail, string eventId)
        where TEvent : IEventDetail
    {
        var message = Shop.Message(detail, eventId);
        _deliveries.TryAdd(
            $"{message.Delivery.HandlerName}#{handler.OncePer(message) ?? eventId}",
            (bench, receiveCount) => bench.Deliver(
                handler, message with { Delivery = message.Delivery with { ReceiveCount = receiveCount } }));
    }

    /// <summary>Now and then something is in the way of the next commit.</summary>
    private void Meet(Random random)
    {
        switch (random.Next(25))
        {
            case 0:
                _bench.Store.MeetsRefusals(random.Next(1, 4), RefusalKind.Contended);
                break;
            case 1:
                _bench.Store.MeetsOutage();
                break;
            case 2:
                _bench.Store.LosesAnswer();
                break;
            case 3 or 4 or 5:
                var name = $"rival-{_rivals.Count}";
                var added = random.Next(-20, 10);
                var change = Write.Update(Product.Key(Products[random.Next(2)])).Add("available", added).When(Condition.AtLeast("available", -added));
                _rivals.Add(name, change);
                _bench.Store.MeetsFirst(() => _bench.Store.Commit([Write.Insert(Effects.Fakes.Shop.Marker(name), Item.Empty), change]));
                break;
        }
    }

    private GroupBench Replay()
    {
        var serial = new GroupBench(options => options.MaxGroupSize = 1, Registry);
        var markers = _bench.Store.Taken.SelectMany(writes => writes).OfType<Insert>()
            .Where(insert => insert.Key.Table == Effects.Fakes.Shop.MarkerTable);
        foreach (var marker in markers.Select(insert => insert.Key.PartitionValue))
        {
            if (_rivals.TryGetValue(marker, out var change))
            {
                serial.Store.Commit([change]);
                continue;
            }

            var outcome = _deliveries[marker](serial, 1);
            serial.Gather();
            Assert.Equal(Outcome.Done, outcome.Result);
        }

        return serial;
    }

    // What was short, and by how much, was so when it was decided: of a group, a rejection holds as long as that is still short.
    private static IEnumerable<string> Rows(GroupBench bench) => bench.Store.Items
        .Where(row => row.Key.Table != Effects.Fakes.Shop.MarkerTable)
        .Select(row => (row.Key, Says: row.Value.Attributes.Where(column => !column.Key.StartsWith("short", StringComparison.Ordinal))))
        .Select(row => $"{row.Key.PartitionValue}: {Text(row.Says)}")
        .Order();

    private static IEnumerable<string> Events(GroupBench bench) =>
        bench.Publisher.Published.Select(outgoing => $"{outgoing.Name} {outgoing.EventId}").Distinct().Order();

    private static string Text(IEnumerable<KeyValuePair<string, AttributeValue>> attributes) => string.Join(
        ", ", attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key} = {Text(attribute.Value)}"));

    private static string Text(AttributeValue value) => value switch
    {
        { N: { } number } => decimal.Parse(number, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture),
        { L: { } list } => string.Join("; ", list.Select(element => Text(element.M))),
        _ => value.S,
    };
}
