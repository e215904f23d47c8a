using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>Counts a notification by its channel.</summary>
internal sealed class NotificationSentHandler(Counters counters) : IDecide<NotificationSent>
{
    public Decision Decide(EventMessage<NotificationSent> message, Items items) =>
        Decision.Commit(counters.One(AnalyticsMetric.Notifications(message.Detail.Channel), message.OccurredAt));
}
