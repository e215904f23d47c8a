using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>Counts a correction or a restock.</summary>
internal sealed class InventoryUpdatedHandler(Counters counters) : IDecide<InventoryUpdated>
{
    public Decision Decide(EventMessage<InventoryUpdated> message, Items items) =>
        Decision.Commit(counters.One(AnalyticsMetric.StockUpdates, message.OccurredAt));
}
