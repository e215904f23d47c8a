using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Inventory.Handlers;

namespace Workers.Tests.Inventory;

/// <summary>
/// Seeded schedules: messages are decided on what is there, and committed later, when others may have committed in between. A
/// decision that does not commit is made again, as the effects library does.
/// </summary>
public sealed class WhenWorkersOvertakeEachOther
{
    private const int Steps = 120;
    private static readonly string[] Products = ["laptop", "mouse"];

    [Fact]
    public void Stock_is_never_oversold_never_lost_and_each_crossing_alerts_once()
    {
        var (released, shipped) = (0, 0m);
        for (var seed = 1; seed <= 500; seed++)
        {
            var schedule = new Schedule(seed);
            for (var step = 0; step < Steps; step++)
            {
                schedule.Step();
            }

            schedule.Finish();
            released += schedule.Releases;
            shipped += schedule.Shipped;
        }

        Assert.True(released > 1_000 && shipped > 1_000, $"The schedules are too tame: {released} releases, {shipped} units shipped.");
    }

    private sealed class Schedule
    {
        private readonly int _seed;
        private readonly Random _random;
        private readonly Shop _shop = new Shop().Stocked("laptop", 20).Stocked("mouse", 15);
        private readonly Dictionary<string, decimal> _stocked = new() { ["laptop"] = 20, ["mouse"] = 15 };
        private readonly List<(Func<Decision> Decide, Decision Decided)> _undecided = [];
        private int _crossings;
        private int _alerts;

        public int Releases { get; private set; }

        public decimal Shipped => Products.Sum(_shop.Shipped);

        public Schedule(int seed)
        {
            _seed = seed;
            _random = new Random(seed);
        }

        public void Step()
        {
            if (_undecided.Count == 0 || _random.Next(2) == 0)
            {
                var decide = NewMessage();
                _undecided.Add((decide, decide()));
            }
            else
            {
                Commit(_random.Next(_undecided.Count));
            }
        }

        public void Finish()
        {
            while (_undecided.Count > 0)
            {
                Commit(0);
            }

            Assert.True(_crossings == _alerts, $"Seed {_seed}: {_crossings} crossings, {_alerts} alerts.");
        }

        private void Commit(int index)
        {
            var (decide, decided) = _undecided[index];
            _undecided.RemoveAt(index);
            var before = Products.ToDictionary(product => product, _shop.Available);
            if (!_shop.TryCommit(decided))
            {
                _undecided.Add((decide, decide()));
                return;
            }

            _alerts += decided.Emits.Count(emission => emission.Detail is LowStockAlert);
            Releases += decided.Emits.Count(emission => emission.Detail is InventoryReleased);
            foreach (var write in decided.Writes.OfType<Update>().Where(write => write.Adds.Count == 1))
            {
                _stocked[write.Key.PartitionValue] += write.Adds["available"];   // a restock
            }

            foreach (var product in Products)
            {
                Check(product, before[product]);
            }
        }

        private void Check(string product, decimal before)
        {
            var (available, reserved, shipped) = _shop.Units(product);
            if (before > 10 && available <= 10)
            {
                _crossings++;
            }

            Assert.True(available >= 0, $"Seed {_seed}: {available} of {product} are available.");
            Assert.True(reserved >= 0, $"Seed {_seed}: {reserved} of {product} are reserved.");
            Assert.True(available + reserved + shipped == _stocked[product], $"Seed {_seed}: {product} was lost or made.");
        }

        private Func<Decision> NewMessage()
        {
            var orderId = $"order-{_random.Next(12)}";
            var eventId = $"event-{_random.Next()}";
            switch (_random.Next(8))
            {
                case 0:
                    return () => _shop.Decide(new OrderCancellationDecidedHandler(), Facts.Cancelled(orderId), eventId);
                case 1:
                    return () => _shop.Decide(new OrderFailedHandler(), Facts.Failed(orderId), eventId);
                case 2:
                    return () => _shop.Decide(new ShipmentCreatedHandler(), Facts.Shipped(orderId), eventId);
                case 3:
                    var restock = new InventoryUpdated(Products[_random.Next(2)], Restock: _random.Next(1, 4));
                    return () => _shop.Decide(new InventoryUpdatedHandler(), restock, eventId);
                default:
                    var items = Products.Take(_random.Next(1, 3)).Select(product => new OrderItem(product, _random.Next(1, 8))).ToList();
                    return () => _shop.Decide(new OrderPlacedHandler(), new OrderPlaced(orderId, "customer-1", items, 10m), eventId);
            }
        }
    }
}
