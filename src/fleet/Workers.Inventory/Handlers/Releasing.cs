using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Gives a reservation's stock back, once, when its order ends without being delivered. An end that comes before the order leaves a
/// tombstone, so that the order reserves nothing when it comes. What the orders worker decides is about the id, so it also gives back what
/// was reserved for another customer's order under it.
/// </summary>
internal static class Releasing
{
    public static Decision Decide<TEvent>(EventMessage<TEvent> message, Items items, string orderId, string customerId)
        where TEvent : IEventDetail =>
        Reservation.Find(items, orderId) switch
        {
            null => Bury(message, orderId, customerId),
            { State: ReservationState.Reserved } reservation => Release(reservation, message.Delivery.FirstReceivedAt),
            _ => Decision.Nothing,
        };

    /// <summary>Leaves a tombstone, in the place of a reservation that has not come.</summary>
    public static Decision Bury<TEvent>(EventMessage<TEvent> message, string orderId, string customerId)
        where TEvent : IEventDetail =>
        Decision.Commit(Reservation
            .Tombstone(orderId, customerId, message.OccurredAt, message.Delivery.FirstReceivedAt, message.Metadata.Fulfilment)
            .Create());

    /// <summary>Gives the units back that a reservation holds.</summary>
    public static Decision Release(Reservation held, DateTimeOffset at) =>
        Decision
            .Commit([held.Release(at), .. held.Items.Select(item => Product.Release(item.ProductId, item.Quantity))])
            .Emit(ReservationEvents.OfRelease(held with { State = ReservationState.Released, ReleasedAt = at }));
}
