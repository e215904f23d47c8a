using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>Counts a cancellation.</summary>
internal sealed class OrderCancelledHandler(Counters counters) : IDecide<OrderCancelled>
{
    public Decision Decide(EventMessage<OrderCancelled> message, Items items) =>
        Decision.Commit(counters.One(AnalyticsMetric.Cancellations, message.OccurredAt));
}
