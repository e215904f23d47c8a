using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Events;
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
    public void Stock_is_never_oversold_never_lost_and_each_crossing_alerts_once_and_has_more_bought_once()
    {
        var (released, shipped, bought) = (0, 0m, 0);
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
            bought += schedule.PurchaseOrders;
        }

        Assert.True(
            released > 1_000 && shipped > 1_000 && bought > 1_000,
            $"The schedules are too tame: {released} releases, {shipped} units shipped, {bought} purchase orders.");
    }

    private sealed class Schedule
    {
        private readonly int _seed;
        private readonly Random _random;
        private readonly Shop _shop = new Shop().Stocked("laptop", 20).Stocked("mouse", 15);
        private readonly Dictionary<string, decimal> _stocked = new() { ["laptop"] = 20, ["mouse"] = 15 };
        private readonly List<(Func<Decision> Decide, Decision Decided)> _undecided = [];
        private readonly Dictionary<string, (int Number, bool IsOpen)> _purchaseOrders = [];
        private int _crossings;
        private int _alerts;

        public int Releases { get; private set; }

        public int PurchaseOrders => _purchaseOrders.Values.Sum(last => last.Number);

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
            foreach (var product in Products)
            {
                var last = _purchaseOrders.GetValueOrDefault(product);
                Assert.True(last.IsOpen || _shop.Available(product) > 10, $"Seed {_seed}: {product} is low, and nobody buys any.");
                Assert.True(
                    _shop.PurchaseOrderOf(product) is null
                        ? last.Number == 0
                        : _shop.PurchaseOrderOf(product) == (last.Number, last.IsOpen ? "Open" : "Closed"),
                    $"Seed {_seed}: {product} has {_shop.PurchaseOrderOf(product)}, and {last} was told.");
            }
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
            foreach (var emission in decided.Emits)
            {
                Hear(emission.Detail);
            }

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

        /// <summary>Each purchase order of a product is raised once, after the one before was closed, which happens once.</summary>
        private void Hear(IEventDetail told)
        {
            switch (told)
            {
                case LowStockAlert alert:
                    Func<Decision> decide = () => _shop.Decide(new LowStockAlertHandler(Shop.Purchasing), alert);
                    _undecided.Add((decide, decide()));
                    break;
                case PurchaseOrderRaised raised:
                    Assert.True(
                        _purchaseOrders.GetValueOrDefault(raised.ProductId) == (raised.Number - 1, false), $"Seed {_seed}: {raised} came too soon.");
                    _purchaseOrders[raised.ProductId] = (raised.Number, true);
                    break;
                case PurchaseOrderClosed closed:
                    Assert.True(_purchaseOrders[closed.ProductId] == (closed.Number, true), $"Seed {_seed}: {closed} was not open.");
                    _purchaseOrders[closed.ProductId] = (closed.Number, false);
                    break;
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
                    return () => _shop.Decide(new InventoryUpdatedHandler(Shop.Purchasing), restock, eventId);
                default:
                    var items = Products.Take(_random.Next(1, 3)).Select(product => new OrderItem(product, _random.Next(1, 8))).ToList();
                    return () => _shop.Decide(new OrderPlacedHandler(), new OrderPlaced(orderId, "customer-1", items, 10m), eventId);
            }
        }
    }
}
