using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Engine;

/// <summary>Which handler takes which event; the generic types are closed here, so dispatch needs no reflection.</summary>
internal sealed record HandlerRegistration(
    Type EventType,
    string HandlerName,
    Func<IServiceProvider, Func<ReceivedEvent, Delivery, CancellationToken, Task<Outcome>>> Open)
{
    public static HandlerRegistration For<TEvent>(string name, Func<IServiceProvider, IHandle<TEvent>> factory)
        where TEvent : class, IEventDetail =>
        new(typeof(TEvent), name, services =>
        {
            var handler = factory(services);
            return (received, delivery, cancellationToken) => handler.HandleAsync(
                new((TEvent)received.Detail, received.Metadata, received.Envelope, delivery), cancellationToken);
        });
}
