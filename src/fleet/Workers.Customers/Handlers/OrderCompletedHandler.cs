using Workers.Contracts.Events;
using Workers.Customers.Stores;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Customers.Handlers;

/// <summary>
/// Counts an order that has ended well on its customer's profile: once per order, also where it is heard of before its placing.
/// </summary>
internal sealed class OrderCompletedHandler : IDecide<OrderCompleted>
{
    public string OncePer(EventMessage<OrderCompleted> message) => $"orderId={message.Detail.OrderId}";

    public IEnumerable<ItemKey> Reads(OrderCompleted order) => [Profile.Key(order.CustomerId)];

    public Decision Decide(EventMessage<OrderCompleted> message, Items items) =>
        Decision.Commit(Profile.Find(items, message.Detail.CustomerId).Complete(message.Detail.Amount));
}
