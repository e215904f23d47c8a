using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>Counts a low stock alert.</summary>
internal sealed class LowStockAlertHandler(Counters counters) : IDecide<LowStockAlert>
{
    public Decision Decide(EventMessage<LowStockAlert> message, Items items) =>
        Decision.Commit(counters.One(AnalyticsMetric.LowStockAlerts, message.OccurredAt));
}
