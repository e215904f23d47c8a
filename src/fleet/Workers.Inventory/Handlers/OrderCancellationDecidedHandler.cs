using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>Gives the stock of a cancelled order back. See <see cref="Releasing"/>.</summary>
internal sealed class OrderCancellationDecidedHandler : IDecide<OrderCancellationDecided>
{
    public IEnumerable<ItemKey> Reads(OrderCancellationDecided decided) => [Reservation.Key(decided.OrderId)];

    public Decision Decide(EventMessage<OrderCancellationDecided> message, Items items) =>
        Releasing.Decide(message, items, message.Detail.OrderId, message.Detail.CustomerId);
}
