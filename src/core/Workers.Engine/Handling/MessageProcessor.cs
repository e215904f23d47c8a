using Microsoft.Extensions.Logging;
using Workers.Engine.Leasing;
using Workers.Engine.Receiving;
using Workers.Engine.Settling;

namespace Workers.Engine.Handling;

/// <summary>The life of one message here, from its lease to its end.</summary>
internal sealed class MessageProcessor(
    Dispatcher dispatcher, Settler settler, InFlight inFlight, ConsumerContext context, CancellationToken draining)
{
    /// <summary>Handles a message and begins to settle it, unless its lease was lost on the way.</summary>
    public async Task ProcessAsync(MessageLease lease)
    {
        var scope = context.Logger.IsEnabled(LogLevel.Critical) ? new MessageScope(context.Queue, lease.Message) : null;
        using var logged = scope is null ? null : context.Logger.BeginScope(scope);

        var settlement = await HandleAsync(lease, scope);
        inFlight.Handled();
        if (settlement is Settlement.Delete)
        {
            context.Metrics.Handled(lease.Message.SentAt);
        }

        // Before any backoff is set, or the heartbeat would overwrite it.
        if (await lease.StopAsync())
        {
            context.Metrics.LeaseEnded(lease);
            settler.Settle(new(lease, settlement, scope, scope is null ? TimeSpan.Zero : lease.Age));
        }
        else
        {
            inFlight.Settled();
        }
    }

    private async ValueTask<Settlement> HandleAsync(MessageLease lease, MessageScope? scope)
    {
        if (settler.IsSettled(lease.Message.MessageId))
        {
            return SettlementPolicy.DeleteAgain;
        }

        if (draining.IsCancellationRequested)
        {
            return SettlementPolicy.ReturnAtOnce;
        }

        var startedAt = context.Time.GetTimestamp();
        var settlement = await dispatcher.HandleAsync(lease, scope);
        context.Metrics.Processed(startedAt, settlement.Outcome);
        return settlement;
    }
}
