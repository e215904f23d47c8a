using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Gives the stock of a failed order back. See <see cref="Releasing"/>. An order that failed at its reservation holds none, so nothing
/// happens.
/// </summary>
internal sealed class OrderFailedHandler : IDecide<OrderFailed>
{
    public IEnumerable<ItemKey> Reads(OrderFailed failed) => [Reservation.Key(failed.OrderId)];

    public Decision Decide(EventMessage<OrderFailed> message, Items items) =>
        Releasing.Decide(message, items, message.Detail.OrderId, message.Detail.CustomerId);
}
