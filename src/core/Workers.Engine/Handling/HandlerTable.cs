using System.Collections.Frozen;
using Workers.Events.Reading;

namespace Workers.Engine.Handling;

/// <summary>The consumer's handlers, made and found by their event's type.</summary>
internal sealed class HandlerTable(IEnumerable<HandlerRegistration> registrations, IServiceProvider services)
{
    private readonly FrozenDictionary<Type, OpenHandler> _handlers = registrations.ToFrozenDictionary(
        registration => registration.EventType,
        registration => new OpenHandler(registration.HandlerName, registration.Open(services)));

    public OpenHandler? Find(Type eventType) => _handlers.GetValueOrDefault(eventType);

    /// <summary>A handler that is ready, under the name that idempotency keys begin with.</summary>
    internal sealed record OpenHandler(
        string Name, Func<ReceivedEvent, Delivery, CancellationToken, Task<Outcome>> HandleAsync);
}
