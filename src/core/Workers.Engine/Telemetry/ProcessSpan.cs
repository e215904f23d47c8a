using System.Diagnostics;
using Workers.Engine.Handling;
using Workers.Events.Reading;
using Workers.Events.Telemetry;

namespace Workers.Engine.Telemetry;

/// <summary>
/// The consumer span of a message: its parent is the publisher's span, which travels in the event's metadata because EventBridge
/// carries none. It is current while the handler runs, so that what the handler calls and emits belongs to it.
/// </summary>
internal static class ProcessSpan
{
    /// <summary>Runs a handler in the message's span, which its log lines name; without one where nobody listens.</summary>
    public static Task<Outcome> RunAsync(
        ConsumerContext context,
        HandlerTable.OpenHandler handler,
        ReceivedEvent received,
        MessageScope? scope,
        Delivery delivery,
        CancellationToken cancellationToken) =>
        context.Tracing.HasListeners()
            ? TraceAsync(context, handler, received, scope, delivery, cancellationToken)
            : handler.HandleAsync(received, delivery, cancellationToken);

    private static async Task<Outcome> TraceAsync(
        ConsumerContext context,
        HandlerTable.OpenHandler handler,
        ReceivedEvent received,
        MessageScope? scope,
        Delivery delivery,
        CancellationToken cancellationToken)
    {
        using var span = Start(context, received, delivery);
        scope?.Span = span?.Context;
        try
        {
            return await handler.HandleAsync(received, delivery, cancellationToken);
        }
        catch (Exception failure)
        {
            span?.SetTag(Names.Error, failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private static Activity? Start(ConsumerContext context, ReceivedEvent received, Delivery delivery) =>
        context.Tracing.StartActivity(
            $"{Names.Process} {context.Queue}",
            ActivityKind.Consumer,
            TraceContext.Of(received.Metadata.TraceParent),
            [
                new(Names.MessagingSystem, Names.AwsSqs),
                new(Names.Queue, context.Queue),
                new(Names.Operation, Names.Process),
                new(Names.OperationType, Names.Process),
                new(Names.MessageId, delivery.MessageId),
                new(Names.ConversationId, received.Metadata.CorrelationId),
                new(Names.EventId, received.Metadata.EventId),
                new(Names.ReceiveCount, delivery.ReceiveCount),
            ]);
}
