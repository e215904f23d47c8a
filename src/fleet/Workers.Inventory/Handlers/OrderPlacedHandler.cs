using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>Reserves an order as soon as it is placed. See <see cref="Reserving"/>.</summary>
internal sealed class OrderPlacedHandler : IDecide<OrderPlaced>
{
    /// <summary>An order is decided once, under whatever event id; another order is another decision, also under the same event id.</summary>
    public string OncePer(EventMessage<OrderPlaced> message) =>
        $"orderId={message.Detail.OrderId},is={OrderUnits.Fingerprint(message.Detail)}";

    public IEnumerable<ItemKey> Reads(OrderPlaced order) => Reserving.Reads(order.OrderId, order.Products);

    public Decision Decide(EventMessage<OrderPlaced> message, Items items)
    {
        var order = OrderToReserve.Of(message);
        return Reservation.Find(items, order.OrderId) switch
        {
            null => Reserving.Decide(order, items),
            var known when known.IsOf(order) => Decision.Nothing,   // known, under whatever event id
            _ => Reserving.Refuse(order),
        };
    }
}
