using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Effects.Fakes;

/// <summary>The specs' events, items and messages.</summary>
internal static class Shop
{
    public const string MarkerTable = "markers";
    public const string Handler = "Shop.SoldHandler";

    public static EventRegistry Registry() => new EventRegistryBuilder()
        .Event(new EventName("shop", "Sold"), ShopJson.Default.Sold)
        .Event(new EventName("shop", "Sold Out"), ShopJson.Default.SoldOut)
        .Build();

    public static ItemKey Product(string productId) => new("products", "productId", productId);

    public static ItemKey Marker(string key) => new(MarkerTable, "marker", key);

    public static EventMessage<Sold> Message(
        string eventId = "event-1",
        int quantity = 1,
        int receiveCount = 1,
        IMessageLease? lease = null) =>
        new(
            new Sold("mug", quantity),
            new EventMetadata(eventId, "correlation-1"),
            new EventEnvelope(new EventName("shop", "Sold"), FakeTime.Start),
            new Delivery(Handler, "message-1", receiveCount, FakeTime.Start, lease ?? new FakeLease()));
}
