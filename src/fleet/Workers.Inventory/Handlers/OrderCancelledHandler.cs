using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Gives a reservation's stock back, once. A cancellation that comes before its order leaves a tombstone, so that the order
/// reserves nothing when it comes. One that names another customer than the order's changes nothing.
/// </summary>
internal sealed class OrderCancelledHandler : IDecide<OrderCancelled>
{
    public IEnumerable<ItemKey> Reads(OrderCancelled cancellation) => [Reservation.Key(cancellation.OrderId)];

    public Decision Decide(EventMessage<OrderCancelled> message, Items items) =>
        Reservation.Find(items, message.Detail.OrderId) switch
        {
            null => Decision.Commit(Reservation.Tombstone(message).Create()),
            { State: ReservationState.Reserved } reservation when message.Detail.CustomerId is null
                || message.Detail.CustomerId == reservation.CustomerId => Release(message, reservation),
            _ => Decision.Nothing,
        };

    private static Decision Release(EventMessage<OrderCancelled> message, Reservation reservation)
    {
        var released = new InventoryReleased(
            reservation.OrderId, reservation.Items, message.Delivery.FirstReceivedAt, reservation.CustomerId);
        return Decision.Commit(
                [
                    reservation.Release(message.Delivery.FirstReceivedAt),
                    .. reservation.Items.Select(item => Product.Release(item.ProductId, item.Quantity)),
                ])
            .Emit(new Emission(released, reservation.OrderId));
    }
}
