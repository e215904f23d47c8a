using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Workflow.Stores;

namespace Workers.Workflow.Handlers;

/// <summary>
/// Tells that the execution which led an order has ended without completing it: no Catch of a state machine runs when it is stopped or its
/// time is over. Of an execution that did not lead its order nothing is told.
/// </summary>
internal sealed partial class ExecutionEndedHandler(
    ILeasedEffects effects,
    Executions executions,
    OrderWorkflowStore store,
    WorkflowMetrics metrics,
    ILogger<ExecutionEndedHandler> logger) : IHandle<ExecutionEnded>
{
    public Task<Outcome> HandleAsync(EventMessage<ExecutionEnded> message, CancellationToken cancellationToken) => effects.RunAsync(
        message,
        "tell",
        oncePer: null,
        (_, token) => executions.WaitingAsync(() => TellAsync(message.Detail, token), token),
        cancellationToken);

    private async Task<EffectResult> TellAsync(ExecutionEnded ended, CancellationToken cancellationToken)
    {
        var orderId = ended.OrderId ?? ExecutionInput.OrderIdOf(await executions.InputOfAsync(ended.ExecutionArn, cancellationToken));
        if (orderId is null)
        {
            metrics.EndedUnheard();
            return EffectResult.Done([], []);
        }

        var leader = await store.FindExecutionAsync(orderId, cancellationToken);
        if (leader is null)
        {
            metrics.EndedUnclaimed();
            LogUnclaimed(ended.ExecutionArn, orderId, ended.Status);
            return EffectResult.Done([], []);
        }

        if (leader != ended.ExecutionArn)
        {
            metrics.EndedUnheard();
            return EffectResult.Done([], []);
        }

        metrics.Failed();
        var failed = new WorkflowFailed(orderId, ended.ExecutionArn, ended.Status, ended.Reason);
        return EffectResult.Done([], [new Emission(failed, orderId) { Fulfilment = Fulfilment.Orchestrated }]);
    }

    [LoggerMessage(LogLevel.Error, "Execution {ExecutionArn} ended {Status} before it led order {OrderId}: redrive it, or nobody will")]
    private partial void LogUnclaimed(string executionArn, string orderId, string status);
}
