using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Inventory.Handlers;
using Workers.Inventory.Stores;

namespace Workers.Tests.Inventory;

/// <summary>The inventory worker's decisions on tables in memory, one message after another.</summary>
internal sealed class Shop
{
    private int _events;

    public InMemoryStore Tables { get; } = new(new FakeTime());

    /// <summary>Every event that was emitted.</summary>
    public List<IEventDetail> Emitted { get; } = [];

    public Decision Place(string orderId, params IReadOnlyList<OrderItem> items) =>
        Handle(new OrderPlacedHandler(), new OrderPlaced(orderId, "customer-1", items, Amount: 10m));

    public Decision Cancel(string orderId) =>
        Handle(new OrderCancelledHandler(), new OrderCancelled(orderId, "changed my mind"));

    public Decision Update(InventoryUpdated update, string? eventId = null) =>
        Handle(new InventoryUpdatedHandler(), update, eventId);

    public Shop Stocked(string productId, int units, int? threshold = null)
    {
        Update(new InventoryUpdated(productId, CurrentStock: units, Threshold: threshold));
        Emitted.Clear();
        return this;
    }

    public decimal Available(string productId) => Tables[Product.Key(productId)]!.Number("available")!.Value;

    public decimal Reserved(string productId) => Tables[Product.Key(productId)]!.Number("reserved")!.Value;

    public string? StateOf(string orderId) => Tables[Reservation.Key(orderId)]?.Text("state");

    public Decision Decide<TEvent>(IDecide<TEvent> handler, TEvent detail, string? eventId = null)
        where TEvent : IEventDetail =>
        handler.Decide(Messages.Of(detail, eventId ?? $"event-{_events++}"), Read(handler.Reads(detail)));

    public bool TryCommit(Decision decision)
    {
        Assert.Distinct(decision.Writes.Select(write => write.Key));
        return Tables.Commit(decision.Writes).IsCommitted;
    }

    private Items Read(IEnumerable<ItemKey> keys) => new(keys.Distinct().ToDictionary(key => key, key => Tables[key]));

    private Decision Handle<TEvent>(IDecide<TEvent> handler, TEvent detail, string? eventId = null)
        where TEvent : IEventDetail
    {
        var decision = Decide(handler, detail, eventId);
        Assert.True(TryCommit(decision), $"The decision on {detail} did not commit on the very items it was made on.");
        Emitted.AddRange(decision.Emits.Select(emission => emission.Detail));
        return decision;
    }
}
