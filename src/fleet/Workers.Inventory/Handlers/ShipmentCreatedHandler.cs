using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Moves a reservation's units out of the house, once. A shipment that another company's program tells of, or of another customer's
/// order, moves nothing.
/// </summary>
internal sealed class ShipmentCreatedHandler : IDecide<ShipmentCreated>
{
    public IEnumerable<ItemKey> Reads(ShipmentCreated shipment) => [Reservation.Key(shipment.OrderId)];

    public Decision Decide(EventMessage<ShipmentCreated> message, Items items)
    {
        if (message.Envelope.Name != EventNames.ShipmentCreated
            || Reservation.Find(items, message.Detail.OrderId) is not { } reservation
            || !reservation.IsHeldFor(message.Detail.CustomerId))
        {
            return Decision.Nothing;
        }

        return Decision.Commit(
        [
            reservation.Ship(message.Delivery.FirstReceivedAt),
            .. reservation.Items.Select(item => Product.Ship(item.ProductId, item.Quantity)),
        ]);
    }
}
