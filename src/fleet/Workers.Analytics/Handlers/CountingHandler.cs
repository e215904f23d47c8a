using Workers.Analytics.Counting;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Analytics.Handlers;

/// <summary>
/// Counts each event of a kind as one of a metric; or each order, where the events tell what an order becomes once. Where there is an
/// amount, it is added up too.
/// </summary>
internal sealed class CountingHandler<TEvent>(
    Counters counters,
    Func<TEvent, string> metric,
    Func<TEvent, string?>? order = null,
    Func<TEvent, decimal>? amount = null) : IDecide<TEvent>
    where TEvent : IEventDetail
{
    public string? OncePer(EventMessage<TEvent> message) => order?.Invoke(message.Detail) is { } orderId ? CountingExtensions.Order(orderId) : null;

    public Decision Decide(EventMessage<TEvent> message, Items items) =>
        Decision.Commit(counters.One(metric(message.Detail), message.OccurredAt, amount?.Invoke(message.Detail)));
}
