using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Reserves an order because the state machine asks. See <see cref="Reserving"/>. Every request is answered: an order that was decided
/// before is told what became of it.
/// </summary>
internal sealed class StockReservationRequestedHandler : IDecide<StockReservationRequested>
{
    public IEnumerable<ItemKey> Reads(StockReservationRequested request) => Reserving.Reads(request.OrderId, request.Products);

    public Decision Decide(EventMessage<StockReservationRequested> message, Items items)
    {
        var order = OrderToReserve.Of(message);
        return Reservation.Find(items, order.OrderId) switch
        {
            null => Reserving.Decide(order, items),
            var known when known.IsOf(order) => Decision.Nothing.Emit(ReservationEvents.Of(known, order)),
            _ => Reserving.Refuse(order),
        };
    }
}
