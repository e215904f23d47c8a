using Workers.Contracts.Events;
using Workers.Engine.Handling;

namespace Workers.Benchmarks.Consumers;

/// <summary>Does nothing, or waits as long as it is told, and tells of each message.</summary>
internal sealed class NoOpHandler(TimeSpan takes, Action<Delivery> started) : IHandle<OrderPlaced>
{
    public async Task<Outcome> HandleAsync(EventMessage<OrderPlaced> message, CancellationToken cancellationToken)
    {
        started(message.Delivery);
        if (takes > TimeSpan.Zero)
        {
            await Task.Delay(takes, TimeProvider.System, cancellationToken);
        }

        return Outcome.Done;
    }
}
