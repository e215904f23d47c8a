using Workers.Contracts.Events;
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
            null => Decision.Commit(
                Reservation.Tombstone(orderId, customerId, message.OccurredAt, message.Delivery.FirstReceivedAt).Create()),
            { State: ReservationState.Reserved } reservation => Release(reservation, message.Delivery.FirstReceivedAt),
            _ => Decision.Nothing,
        };

    private static Decision Release(Reservation reservation, DateTimeOffset at)
    {
        var released = new InventoryReleased(reservation.OrderId, reservation.Items, at, reservation.CustomerId);
        return Decision.Commit(
                [
                    reservation.Release(at),
                    .. reservation.Items.Select(item => Product.Release(item.ProductId, item.Quantity)),
                ])
            .Emit(new Emission(released, reservation.OrderId));
    }
}
