using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Effects.Decisions;

/// <summary>
/// A handler whose effects are DynamoDB writes: a pure, synchronous decision over the items that it names. It reads and writes
/// nothing itself, and may be asked again, on fresher items, for the same message.
/// </summary>
/// <typeparam name="TEvent">The event's detail.</typeparam>
public interface IDecide<TEvent>
    where TEvent : IEventDetail
{
    /// <summary>The items that the decision depends on; none by default. They are read strongly consistent before it.</summary>
    IEnumerable<ItemKey> Reads(TEvent detail) => [];

    /// <summary>The same, where what is read follows from more than the detail: its metadata, its envelope or its delivery.</summary>
    IEnumerable<ItemKey> Reads(EventMessage<TEvent> message) => Reads(message.Detail);

    /// <summary>
    /// What the effect happens once for, where that is more than the event: an order is counted once, however many events say that it
    /// was placed. Null, the default, is the event itself. What is given must be unlike any event id, as <c>orderId=ORD-1</c> is, and
    /// part of no other; the first event's effect stands.
    /// </summary>
    string? OncePer(EventMessage<TEvent> message) => null;

    /// <summary>
    /// Decides. Every write must state, as a condition, what the decision relied on. Where a condition no longer holds at the commit,
    /// the message is decided again on fresh items. An exception is a failure of the handler.
    /// </summary>
    Decision Decide(EventMessage<TEvent> message, Items items);
}
