using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.LoyaltyPoints.Handlers;

/// <summary>Counts a customer's orders. Additions commute, so nothing needs to be read, and orders never conflict.</summary>
internal sealed class OrderPlacedHandler : IDecide<OrderPlaced>
{
    /// <summary>An order counts once, however many events say that it was placed.</summary>
    public string OncePer(EventMessage<OrderPlaced> message) => $"orderId={message.Detail.OrderId}";

    public Decision Decide(EventMessage<OrderPlaced> message, Items items) =>
        Decision.Commit(Write.Update(RowOf(message.Detail.CustomerId)).Add(LoyaltyPointsColumns.PlacedOrders, 1));

    internal static ItemKey RowOf(string customerId) => new(Topology.LoyaltyPointsTable, LoyaltyPointsColumns.CustomerId, customerId);
}
