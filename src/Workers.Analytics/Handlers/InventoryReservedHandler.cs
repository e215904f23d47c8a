using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>Counts a reservation.</summary>
internal sealed class InventoryReservedHandler(Counters counters) : IDecide<InventoryReserved>
{
    public Decision Decide(EventMessage<InventoryReserved> message, Items items) =>
        Decision.Commit(counters.One(AnalyticsMetric.Reservations, message.OccurredAt));
}
