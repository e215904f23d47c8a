using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Inventory;
using Workers.Inventory.Handlers;
using Workers.Inventory.Stores;

namespace Workers.Tests.Inventory;

/// <summary>The inventory worker's decisions on tables in memory, one message after another.</summary>
internal sealed class Shop
{
    private int _events;

    public static Purchasing Purchasing { get; } = new(Options.Create(new PurchasingOptions()));

    public InMemoryStore Tables { get; } = new(new FakeTime());

    /// <summary>Every event that was emitted.</summary>
    public List<IEventDetail> Emitted { get; } = [];

    public Decision Place(string orderId, params IReadOnlyList<OrderItem> items) =>
        Handle(new OrderPlacedHandler(), new OrderPlaced(orderId, "customer-1", items, Amount: 10m));

    public Decision Cancel(string orderId, string customerId = "customer-1") =>
        Handle(new OrderCancellationDecidedHandler(), Facts.Cancelled(orderId, customerId));

    public Decision Fail(string orderId, OrderStage stage = OrderStage.Payment, string customerId = "customer-1") =>
        Handle(new OrderFailedHandler(), Facts.Failed(orderId, stage, customerId));

    public Decision Ship(string orderId, string customerId = "customer-1") =>
        Handle(new ShipmentCreatedHandler(), Facts.Shipped(orderId, customerId));

    /// <summary>The state machine asks for a reservation, each time by another event.</summary>
    public Decision AskFor(string orderId, params IReadOnlyList<OrderItem> items) => Handle(
        new StockReservationRequestedHandler(),
        Led(new StockReservationRequested(orderId, "customer-1", items, Amount: 10m), $"event-{_events++}"));

    /// <summary>The state machine asks for what an order holds to be given back, each time by another event.</summary>
    public Decision AskBack(string orderId, string customerId = "customer-1", string? fulfilment = Fulfilment.Orchestrated) => Handle(
        new StockReleaseRequestedHandler(),
        Led(new StockReleaseRequested(orderId, customerId, "no luck"), $"event-{_events++}", fulfilment));

    public Decision Update(InventoryUpdated update, string? eventId = null) =>
        Handle(new InventoryUpdatedHandler(Purchasing), update, eventId);

    public Decision Alert(LowStockAlert alert) => Handle(new LowStockAlertHandler(Purchasing), alert);

    /// <summary>The number and the state of a product's latest purchase order; null where there was none.</summary>
    public (int Number, string State)? PurchaseOrderOf(string productId) =>
        Tables[PurchaseOrder.Key(productId)] is { } row ? ((int)row.Number("number")!.Value, row.Text("state")!) : null;

    public Shop Stocked(string productId, int units, int? threshold = null)
    {
        Update(new InventoryUpdated(productId, CurrentStock: units, Threshold: threshold));
        Emitted.Clear();
        return this;
    }

    public decimal Available(string productId) => Tables[Product.Key(productId)]!.Number("available")!.Value;

    public decimal Reserved(string productId) => Tables[Product.Key(productId)]!.Number("reserved")!.Value;

    public decimal Shipped(string productId) => Tables[Product.Key(productId)]!.Number("shipped") ?? 0;

    /// <summary>What is available, reserved and shipped.</summary>
    public (decimal Available, decimal Reserved, decimal Shipped) Units(string productId) =>
        (Available(productId), Reserved(productId), Shipped(productId));

    public string? StateOf(string orderId) => Tables[Reservation.Key(orderId)]?.Text("state");

    public Decision Decide<TEvent>(IDecide<TEvent> handler, TEvent detail, string? eventId = null)
        where TEvent : IEventDetail =>
        Decide(handler, Message(detail, eventId ?? $"event-{_events++}"));

    public Decision Decide<TEvent>(IDecide<TEvent> handler, EventMessage<TEvent> message)
        where TEvent : IEventDetail =>
        handler.Decide(message, Read(handler.Reads(message.Detail)));

    /// <summary>A message as it comes from our own workers.</summary>
    public static EventMessage<TEvent> Message<TEvent>(TEvent detail, string eventId)
        where TEvent : IEventDetail
    {
        var message = Messages.Of(detail, eventId);
        return detail is ShipmentCreated
            ? message with { Envelope = message.Envelope with { Name = EventNames.ShipmentCreated } }
            : message;
    }

    /// <summary>A message of an order that the state machine leads.</summary>
    public static EventMessage<TEvent> Led<TEvent>(TEvent detail, string eventId, string? fulfilment = Fulfilment.Orchestrated)
        where TEvent : IEventDetail
    {
        var message = Message(detail, eventId);
        return message with { Metadata = message.Metadata with { Fulfilment = fulfilment } };
    }

    public bool TryCommit(Decision decision)
    {
        Assert.Distinct(decision.Writes.Select(write => write.Key));
        return Tables.Commit(decision.Writes).IsCommitted;
    }

    private Items Read(IEnumerable<ItemKey> keys) => new(keys.Distinct().ToDictionary(key => key, key => Tables[key]));

    private Decision Handle<TEvent>(IDecide<TEvent> handler, TEvent detail, string? eventId = null)
        where TEvent : IEventDetail =>
        Handle(handler, Message(detail, eventId ?? $"event-{_events++}"));

    private Decision Handle<TEvent>(IDecide<TEvent> handler, EventMessage<TEvent> message)
        where TEvent : IEventDetail
    {
        var decision = Decide(handler, message);
        Assert.True(TryCommit(decision), $"The decision on {message.Detail} did not commit on the very items it was made on.");
        Emitted.AddRange(decision.Emits.Select(emission => emission.Detail));
        return decision;
    }
}
