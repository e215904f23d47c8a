using Workers.Events;

namespace Workers.Engine.Handling;

/// <summary>Measures what an event tells, and does nothing else.</summary>
internal sealed class MeasuringHandler<TEvent>(Action<TEvent> measure) : IHandle<TEvent>
    where TEvent : class, IEventDetail
{
    public Task<Outcome> HandleAsync(EventMessage<TEvent> message, CancellationToken cancellationToken)
    {
        measure(message.Detail);
        return Task.FromResult(Outcome.Done);
    }
}
