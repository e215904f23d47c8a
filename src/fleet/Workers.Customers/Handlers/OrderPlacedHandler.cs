using Workers.Contracts.Events;
using Workers.Customers.Stores;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Customers.Handlers;

/// <summary>Counts an order on its customer's profile, registered or not: once per order, however many events tell of it.</summary>
internal sealed class OrderPlacedHandler : IDecide<OrderPlaced>
{
    public string OncePer(EventMessage<OrderPlaced> message) => $"orderId={message.Detail.OrderId}";

    public IEnumerable<ItemKey> Reads(OrderPlaced order) => [Profile.Key(order.CustomerId)];

    public Decision Decide(EventMessage<OrderPlaced> message, Items items)
    {
        var order = message.Detail;
        return Decision.Commit(Profile.Find(items, order.CustomerId).Place(order.OrderId, order.Amount, message.OccurredAt));
    }
}
