using Workers.Contracts.Events;
using Workers.Engine.Handling;

namespace Workers.Benchmarks.Consumers;

/// <summary>The engine's handler of the work: it looks at nothing.</summary>
internal sealed class NoOpHandler(Work work) : IHandle<OrderPlaced>
{
    public async Task<Outcome> HandleAsync(EventMessage<OrderPlaced> message, CancellationToken cancellationToken)
    {
        await work.DoAsync(message.Delivery.MessageId, cancellationToken);
        return Outcome.Done;
    }
}
