using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>Counts a rejected order.</summary>
internal sealed class ReservationFailedHandler(Counters counters) : IDecide<ReservationFailed>
{
    public Decision Decide(EventMessage<ReservationFailed> message, Items items) =>
        Decision.Commit(counters.One(AnalyticsMetric.Rejections, message.OccurredAt));
}
