using Workers.Events;

namespace Workers.Engine.Handling;

/// <summary>Handles one event. Must be safe to run again: a message is delivered at least once.</summary>
/// <typeparam name="TEvent">The event's detail.</typeparam>
public interface IHandle<TEvent>
    where TEvent : IEventDetail
{
    /// <summary>Handles one message and says what becomes of it. An exception is a failure: the message is shown again after a backoff.</summary>
    /// <param name="message">The event and the circumstances of its delivery.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the message's lease is lost, when handling took longer than allowed, or when the drain is over; never when
    /// the host merely begins to stop.
    /// </param>
    Task<Outcome> HandleAsync(EventMessage<TEvent> message, CancellationToken cancellationToken);
}
