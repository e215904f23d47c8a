using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.OrderHistory;
using Workers.Orders.Aggregate;
using Workers.Orders.Stores;

namespace Workers.Orders.Handlers;

/// <summary>
/// Puts a fact on its order's record, with what the order decides. The entries, the snapshot and the events are one transaction, on
/// condition that the order is what the decision was made on.
/// </summary>
/// <param name="orderIdOf">The order that an event is about.</param>
/// <param name="factOf">What the event tells.</param>
/// <param name="rows">The orders.</param>
/// <param name="history">Their histories.</param>
internal sealed class OrderHandler<TEvent>(
    Func<TEvent, string> orderIdOf, Func<EventMessage<TEvent>, Fact> factOf, OrderRow rows, HistoryRow history) : IDecide<TEvent>
    where TEvent : class, IEventDetail
{
    /// <summary>The event, for its order: the event ids of other producers may stand for several orders.</summary>
    public string OncePer(EventMessage<TEvent> message) => $"orderId={orderIdOf(message.Detail)},event={message.Metadata.EventId}";

    public IEnumerable<ItemKey> Reads(TEvent detail) => [OrderRow.Key(orderIdOf(detail))];

    public Decision Decide(EventMessage<TEvent> message, Items items)
    {
        var orderId = orderIdOf(message.Detail);
        var order = rows.Find(items, orderId);
        var change = OrderChange.Of(order, factOf(message));
        return change.Entries is []
            ? Decision.Nothing
            : Decision
                .Commit([rows.Replace(order, change.Order), .. change.Entries.Select(entry => history.Append(orderId, entry, message))])
                .Emit([.. change.Entries
                    .Where(entry => entry.Kind == EntryKind.Decided)
                    .Select(entry => new Emission(entry.Detail, HistoryRow.EmissionKey(orderId, entry))
                    {
                        IsAside = entry.Detail is not (OrderRecorded or OrderPaid),   // the two that a task of the state machine waits for
                        Fulfilment = FulfilmentOf(change.Order, message.Metadata),
                    })]);
    }

    /// <summary>How the order is led says its own record, where that and the event that it heard differ.</summary>
    private static string? FulfilmentOf(Order order, EventMetadata cause) =>
        order.Fulfilment ?? (cause.Fulfilment is null ? null : Fulfilment.Choreographed);
}
