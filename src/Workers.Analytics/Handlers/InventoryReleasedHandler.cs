using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>Counts a reservation that was given back.</summary>
internal sealed class InventoryReleasedHandler(Counters counters) : IDecide<InventoryReleased>
{
    public Decision Decide(EventMessage<InventoryReleased> message, Items items) =>
        Decision.Commit(counters.One(AnalyticsMetric.Releases, message.OccurredAt));
}
