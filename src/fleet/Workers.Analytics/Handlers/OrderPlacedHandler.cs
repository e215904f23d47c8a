using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>Counts an order and its amount, and each product's units and revenue: once, however many events say that it was placed.</summary>
internal sealed class OrderPlacedHandler(Counters counters) : IDecide<OrderPlaced>
{
    public string OncePer(EventMessage<OrderPlaced> message) => CountingExtensions.Order(message.Detail.OrderId);

    public Decision Decide(EventMessage<OrderPlaced> message, Items items) =>
        Decision.Commit(
        [
            .. counters.One(AnalyticsMetric.Orders, message.OccurredAt, message.Detail.Amount),
            .. message.Detail.Items.GroupBy(item => item.ProductId).Select(lines => counters.Units(lines, message.OccurredAt)),
        ]);
}
