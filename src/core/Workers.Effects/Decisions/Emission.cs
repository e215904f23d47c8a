using Workers.Events;

namespace Workers.Effects.Decisions;

/// <summary>
/// An event that a decision emits. It is stored with the marker, and published after the commit until it is on the bus.
/// </summary>
/// <param name="Detail">What to say.</param>
/// <param name="Key">
/// Tells emissions of one message apart: an orderId, productId or notificationId. With the causing event, the handler and
/// the event's name it makes the event id, so emitting twice is one event.
/// </param>
public sealed record Emission(IEventDetail Detail, string Key);
