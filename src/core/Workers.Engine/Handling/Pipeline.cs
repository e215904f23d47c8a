using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Workers.Engine.Leasing;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Settling;
using Workers.Engine.Telemetry;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Events.Telemetry;

namespace Workers.Engine.Handling;

/// <summary>One of a consumer's own steps between the reading of an event and its handlers; see <see cref="QueueConsumerBuilder.Use"/>.</summary>
/// <param name="context">The message and its event.</param>
/// <param name="next">Goes on to the next step and in the end to the handlers.</param>
/// <returns>What becomes of the message: what <paramref name="next"/> said, or something else. An exception is a failure, as a handler's is.</returns>
public delegate Task<Outcome> MessageStep(MessageContext context, Func<Task<Outcome>> next);

/// <summary>
/// Everything that happens to a message between its receipt and its settling, in order. It ends in one <see cref="Settlement"/>, and
/// never throws.
/// </summary>
/// <param name="read">Makes an event of a message.</param>
/// <param name="handlers">Who handles what.</param>
/// <param name="userSteps">The consumer's own steps, in their order.</param>
/// <param name="isSettled">Whether the message with this id is done, and was to be deleted already.</param>
/// <param name="policy">What outcomes and failures lead to.</param>
/// <param name="breaker">Told how handling goes.</param>
/// <param name="consumer">The consumer's.</param>
/// <param name="draining">Cancelled when the drain begins.</param>
internal sealed partial class Pipeline(
    Func<ReceivedMessage, ReceivedEvent> read,
    HandlerTable handlers,
    IReadOnlyList<MessageStep> userSteps,
    Func<string, bool> isSettled,
    SettlementPolicy policy,
    ReceiveBreaker breaker,
    ConsumerContext consumer,
    CancellationToken draining)
{
    private readonly ILogger _logger = consumer.Logger;
    private readonly Func<MessageContext, Task<Outcome>> _handle = Enumerable.Reverse(userSteps)
        .Aggregate<MessageStep, Func<MessageContext, Task<Outcome>>>(
            context => handlers.HandleAsync(context, consumer.Metrics), (next, step) => context => step(context, () => next(context)));

    private delegate Task<Settlement> Next(MessageContext context);

    private delegate Task<Settlement> Step(MessageContext context, Next next);

    /// <summary>The steps as one function.</summary>
    public Func<MessageContext, Task<Settlement>> Compose()
    {
        Next last = HandleAsync;
        Step[] steps =
        [
            DeleteAgainWhenAlreadyDone,
            ReturnWhenDraining,
            MeasureAsync,
            JudgeFailuresAsync,
            ReadTheEvent,
            RefuseTheUnknown,
            SendAgainBeforeItsTime,
            TraceAsync,
        ];
        return new(Enumerable.Reverse(steps).Aggregate(last, (next, step) => context => step(context, next)));
    }

    // Before the drain's step: another instance, to which the message would be shown, does not know that it is done.
    private Task<Settlement> DeleteAgainWhenAlreadyDone(MessageContext context, Next next) =>
        isSettled(context.MessageId) ? Task.FromResult(SettlementPolicy.DeleteAgain) : next(context);

    private Task<Settlement> ReturnWhenDraining(MessageContext context, Next next) =>
        draining.IsCancellationRequested ? Task.FromResult(SettlementPolicy.ReturnAtOnce) : next(context);

    private async Task<Settlement> MeasureAsync(MessageContext context, Next next)
    {
        var startedAt = consumer.Time.GetTimestamp();
        var settlement = await next(context);
        consumer.Metrics.Processed(startedAt, settlement.Outcome);
        return settlement;
    }

    /// <summary>The one place that catches everything: whatever fails is a reason to show the message again, or to dead-letter it.</summary>
    private async Task<Settlement> JudgeFailuresAsync(MessageContext context, Next next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception interrupted) when (context.Interruption >= Interruption.DrainOver)
        {
            LogInterrupted(interrupted, context.Interruption);
            return SettlementPolicy.ReturnAtOnce;
        }
        catch (Exception failure)
        {
            LogFailed(failure, context.ReceiveCount);
            breaker.Handled(failed: true);
            return policy.OfFailure(failure, context);
        }
    }

    private Task<Settlement> ReadTheEvent(MessageContext context, Next next)
    {
        try
        {
            context.Event = read(context.Message);
        }
        catch (PoisonEventException poison)
        {
            context.Scope?.Unread = new(poison.EventId, poison.CorrelationId, poison.DetailType);
            return Task.FromResult(SettlementPolicy.OfPoison(poison));
        }
        catch (UnknownEventException unknown)
        {
            context.Scope?.Unread = new(unknown.EventId, unknown.CorrelationId, unknown.Name.DetailType);
            return Task.FromResult(policy.OfUnknown(unknown.Name, unknown.EventId));
        }

        return next(context);
    }

    private Task<Settlement> RefuseTheUnknown(MessageContext context, Next next) => handlers.Knows(context.Event.Detail.GetType())
        ? next(context)
        : Task.FromResult(policy.OfUnknown(context.Event.Envelope.Name, context.EventId));

    // Never held by its visibility: that counts as in flight and as a receive, and SQS's retention would go on.
    private Task<Settlement> SendAgainBeforeItsTime(MessageContext context, Next next) =>
        handlers.DueAt(context.Event.Detail) - consumer.Time.GetUtcNow() is { } left && left > TimeSpan.Zero
            ? Task.FromResult(SettlementPolicy.OfNotDue(left))
            : next(context);

    /// <summary>
    /// Handles the message in a span whose parent is the publisher's, which travels in the event's metadata because EventBridge carries
    /// none. What the handler calls and emits belongs to it.
    /// </summary>
    private async Task<Settlement> TraceAsync(MessageContext context, Next next)
    {
        using var span = consumer.Tracing.HasListeners() ? StartSpan(context) : null;
        context.Scope?.Span = span?.Context;
        try
        {
            return await next(context);
        }
        catch (Exception failure)
        {
            span?.SetTag(Names.Error, failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private async Task<Settlement> HandleAsync(MessageContext context)
    {
        var outcome = await HandleInScopeAsync(context);
        var settlement = policy.Of(outcome, context);
        if (outcome is Outcome.Completed or Outcome.Wait { After: null })
        {
            breaker.Handled(failed: outcome is Outcome.Wait);   // rejections and waits with a delay say nothing of other messages
        }

        return settlement;
    }

    private async Task<Outcome> HandleInScopeAsync(MessageContext context)
    {
        try
        {
            return await _handle(context);
        }
        finally
        {
            await context.DisposeServicesAsync();
        }
    }

    private Activity? StartSpan(MessageContext context) => consumer.Tracing.StartActivity(
        $"{Names.Process} {consumer.Queue}",
        ActivityKind.Consumer,
        TraceContext.Of(context.Event.Metadata.TraceParent),
        [
            new(Names.MessagingSystem, Names.AwsSqs),
            new(Names.Queue, consumer.Queue),
            new(Names.Operation, Names.Process),
            new(Names.OperationType, Names.Process),
            new(Names.MessageId, context.MessageId),
            new(Names.ConversationId, context.Event.Metadata.CorrelationId),
            new(Names.EventId, context.EventId),
            new(Names.ReceiveCount, context.ReceiveCount),
        ]);

    [LoggerMessage(LogLevel.Debug, "The handler ended when it was told to: {Interruption}")]
    private partial void LogInterrupted(Exception interrupted, Interruption interruption);

    [LoggerMessage(LogLevel.Warning, "Handling failed at receive {ReceiveCount}")]
    private partial void LogFailed(Exception failure, int receiveCount);
}
