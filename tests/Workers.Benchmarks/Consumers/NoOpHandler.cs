using Workers.Contracts.Events;
using Workers.Engine.Handling;

namespace Workers.Benchmarks.Consumers;

/// <summary>The engine's handler of the work: it looks at nothing, and allocates nothing where there is nothing to wait for.</summary>
internal sealed class NoOpHandler(Work work) : IHandle<OrderPlaced>
{
    private static readonly Task<Outcome> Done = Task.FromResult(Outcome.Done);

    public Task<Outcome> HandleAsync(EventMessage<OrderPlaced> message, CancellationToken cancellationToken)
    {
        var working = work.DoAsync(message.Delivery.MessageId, cancellationToken);
        return working.IsCompletedSuccessfully ? Done : FinishAsync(working);
    }

    private static async Task<Outcome> FinishAsync(Task working)
    {
        await working;
        return Outcome.Done;
    }
}
