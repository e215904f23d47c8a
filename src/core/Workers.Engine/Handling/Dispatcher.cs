using Microsoft.Extensions.Logging;
using Workers.Engine.Breaking;
using Workers.Engine.Leasing;
using Workers.Engine.Settling;
using Workers.Engine.Telemetry;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Engine.Handling;

/// <summary>Reads a message, gives it to its handler, and says what is to be done about it. It never throws.</summary>
/// <param name="read">Makes an event of a body and a message id.</param>
/// <param name="handlers">Who handles what.</param>
/// <param name="policy">What outcomes and failures lead to.</param>
/// <param name="breaker">Told how handling goes.</param>
/// <param name="context">The consumer's.</param>
internal sealed partial class Dispatcher(
    Func<string, string, ReceivedEvent> read,
    HandlerTable handlers,
    SettlementPolicy policy,
    ReceiveBreaker breaker,
    ConsumerContext context)
{
    private readonly ILogger _logger = context.Logger;

    /// <summary>Handles a message under its lease, and lets its log lines know the event once that is read.</summary>
    public async ValueTask<Settlement> HandleAsync(MessageLease lease, MessageScope? scope)
    {
        var message = lease.Message;
        ReceivedEvent? received = null;
        try
        {
            received = read(message.Body, message.MessageId);
            scope?.Event = received;
            var (metadata, name) = (received.Metadata, received.Envelope.Name);
            if (handlers.Find(received.Detail.GetType()) is not { } handler)
            {
                return policy.OfUnknown(name, metadata.EventId);
            }

            var delivery = new Delivery(
                handler.Name, message.MessageId, message.ReceiveCount, message.FirstReceivedAt, lease);
            var outcome = await ProcessSpan.RunAsync(context, handler, received, scope, delivery, lease.Token);
            var settlement = policy.Of(outcome, message.ReceiveCount, metadata.EventId);
            breaker.Handled(failed: outcome is Outcome.Wait { After: null });
            return settlement;
        }
        catch (PoisonEventException poison) when (received is null)
        {
            return SettlementPolicy.OfPoison(poison);
        }
        catch (UnknownEventException unknown) when (received is null)
        {
            return policy.OfUnknown(unknown.Name, unknown.EventId);
        }
        catch (Exception interrupted) when (lease.Interruption is Interruption.DrainOver or Interruption.LeaseLost)
        {
            LogInterrupted(interrupted, lease.Interruption);
            return SettlementPolicy.ReturnAtOnce;
        }
        catch (Exception failure)
        {
            LogFailed(failure, message.ReceiveCount);
            breaker.Handled(failed: true);
            return policy.OfFailure(failure, lease.Interruption, message.ReceiveCount, received?.Metadata.EventId);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The handler ended when it was told to: {Interruption}")]
    private partial void LogInterrupted(Exception interrupted, Interruption interruption);

    [LoggerMessage(LogLevel.Warning, "Handling failed at receive {ReceiveCount}")]
    private partial void LogFailed(Exception failure, int receiveCount);
}
