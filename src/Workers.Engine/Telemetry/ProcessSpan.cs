using System.Diagnostics;
using Workers.Engine.Handling;
using Workers.Events.Reading;

namespace Workers.Engine.Telemetry;

/// <summary>
/// The consumer span of a message: its parent is the publisher's span, which travels in the event's metadata because EventBridge
/// carries none. It is current while the handler runs, so that what the handler calls and emits belongs to it.
/// </summary>
internal static class ProcessSpan
{
    private static readonly ActivitySource Source = new(Names.Engine);

    /// <summary>Runs a handler in the message's span; without one where nobody listens.</summary>
    public static Task<Outcome> RunAsync(
        string queue, HandlerTable.OpenHandler handler, ReceivedEvent received, Delivery delivery, CancellationToken cancellationToken) =>
        Source.HasListeners()
            ? TraceAsync(queue, handler, received, delivery, cancellationToken)
            : handler.HandleAsync(received, delivery, cancellationToken);

    private static async Task<Outcome> TraceAsync(
        string queue, HandlerTable.OpenHandler handler, ReceivedEvent received, Delivery delivery, CancellationToken cancellationToken)
    {
        using var span = Start(queue, received, delivery);
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

    private static Activity? Start(string queue, ReceivedEvent received, Delivery delivery)
    {
        // A trace context that cannot be read begins a new trace, rather than fail the message.
        _ = ActivityContext.TryParse(received.Metadata.TraceParent, null, isRemote: true, out var publisher);
        return Source.StartActivity($"{Names.Process} {queue}", ActivityKind.Consumer, publisher,
        [
            new(Names.MessagingSystem, Names.AwsSqs),
            new(Names.Queue, queue),
            new(Names.Operation, Names.Process),
            new(Names.OperationType, Names.Process),
            new(Names.MessageId, delivery.MessageId),
            new(Names.ConversationId, received.Metadata.CorrelationId),
            new(Names.EventId, received.Metadata.EventId),
            new(Names.ReceiveCount, delivery.ReceiveCount),
        ]);
    }
}
