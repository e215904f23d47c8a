using Workers.Analytics.Counting;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Analytics.Handlers;

/// <summary>Counts each event of a kind as one of a metric.</summary>
internal sealed class CountingHandler<TEvent>(Counters counters, Func<TEvent, string> metric) : IDecide<TEvent>
    where TEvent : IEventDetail
{
    public Decision Decide(EventMessage<TEvent> message, Items items) =>
        Decision.Commit(counters.One(metric(message.Detail), message.OccurredAt));
}
