using Workers.Contracts;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Workflow.Handlers;

/// <summary>
/// Hands an event to the task whose token it carries, once per token: the task succeeds with the event's detail as its result, or fails.
/// </summary>
/// <param name="effects">Runs it under a claim.</param>
/// <param name="executions">Step Functions.</param>
/// <param name="registry">Writes the detail.</param>
/// <param name="failureOf">What the task fails with; null: it succeeds.</param>
internal sealed class TaskAnswerHandler<TEvent>(
    ILeasedEffects effects, Executions executions, EventRegistry registry, Func<TEvent, TaskFailure>? failureOf) : IHandle<TEvent>
    where TEvent : class, IEventDetail
{
    public Task<Outcome> HandleAsync(EventMessage<TEvent> message, CancellationToken cancellationToken) =>
        message.Metadata.TaskToken is { } taskToken
            ? effects.RunAsync(
                message,
                "answer",
                TaskTokenKey.Of(taskToken),
                (_, token) => AnswerAsync(message.Detail, taskToken, token),
                cancellationToken)
            : Task.FromResult(Outcome.Done);   // nobody waits for it

    private Task<EffectResult> AnswerAsync(TEvent detail, string taskToken, CancellationToken cancellationToken) => failureOf is null
        ? executions.SucceedAsync(taskToken, registry.Store(detail).Json, cancellationToken)
        : executions.FailAsync(taskToken, failureOf(detail), cancellationToken);
}
