using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Workflow.Stores;

namespace Workers.Workflow.Handlers;

/// <summary>
/// Stops the execution that leads an order which has ended meanwhile. What was done for the order is undone by the workers that hear of its
/// end as well.
/// </summary>
internal sealed class OrderEndHandler<TEvent>(
    ILeasedEffects effects, Executions executions, OrderWorkflowStore store, Func<TEvent, (string OrderId, string Reason)> endOf)
    : IHandle<TEvent>
    where TEvent : class, IEventDetail
{
    public Task<Outcome> HandleAsync(EventMessage<TEvent> message, CancellationToken cancellationToken) => effects.RunAsync(
        message,
        "stop",
        oncePer: null,
        (_, token) => executions.WaitingAsync(() => StopAsync(endOf(message.Detail), token), token),
        cancellationToken);

    private async Task<EffectResult> StopAsync((string OrderId, string Reason) end, CancellationToken cancellationToken)
    {
        if (await store.FindExecutionAsync(end.OrderId, cancellationToken) is { } executionArn)
        {
            await executions.StopAsync(executionArn, end.Reason, cancellationToken);
        }

        return EffectResult.Done([], []);
    }
}
