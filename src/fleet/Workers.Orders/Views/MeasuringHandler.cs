using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Orders.Views;

/// <summary>Measures an order's step.</summary>
internal sealed class MeasuringHandler<TEvent>(Action<TEvent> measure) : IHandle<TEvent>
    where TEvent : class, IEventDetail
{
    public Task<Outcome> HandleAsync(EventMessage<TEvent> message, CancellationToken cancellationToken)
    {
        measure(message.Detail);
        return Task.FromResult(Outcome.Done);
    }
}
