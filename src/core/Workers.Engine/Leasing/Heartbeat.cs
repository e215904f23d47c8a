using Microsoft.Extensions.Logging;
using Workers.Engine.Queues;
using Workers.Engine.Timing;

namespace Workers.Engine.Leasing;

/// <summary>Extends leases, ten to a call, and tells handlers that they have no lease any more.</summary>
internal sealed partial class Heartbeat(
    IMessageQueue queue, LeaseTerms terms, RunningTasks running, ConsumerContext context)
{
    private readonly ILogger _logger = context.Logger;

    /// <summary>Asks SQS for another visibility timeout for at most ten leases, and tells the table what came of it.</summary>
    /// <returns>The end of the call.</returns>
    public Task Start(LeaseTable table, IReadOnlyList<MessageLease> leases) => running.Start(() => ExtendAsync(table, leases));

    /// <summary>Cancels a handler's token, away from the caller: a handler may do anything when it is told.</summary>
    public void Tell(MessageLease lease)
    {
        if (lease.Interruption == Interruption.LeaseLost)
        {
            context.Metrics.LeaseLost();
            LogLost(lease.Message.MessageId);
        }

        _ = running.Start(() => CancelAsync(lease));
    }

    private async Task ExtendAsync(LeaseTable table, IReadOnlyList<MessageLease> leases)
    {
        var changes = leases.Select(lease => new VisibilityChange(lease.Message, terms.Visibility)).ToList();
        var sentAt = table.Now;
        var failures = await CallAsync(changes);
        Answered(table.Now - sentAt);
        for (var index = 0; index < leases.Count; index++)
        {
            var lease = leases[index];
            var failure = failures.FirstOrDefault(failure => failure.Index == index);
            table.Answered(lease, changes[index].Message, sentAt, failure, context.Jitter.UpTo(terms.ExtendLinger));
            if (failure is null)
            {
                _ = running.Start(() => CallBackAsync(lease));
            }
        }
    }

    private async Task<IReadOnlyList<EntryFailure>> CallAsync(List<VisibilityChange> changes)
    {
        using var limit = new CancellationTokenSource(terms.CallLimit, context.Time);
        try
        {
            return await queue.ChangeVisibilityAsync(changes, limit.Token);
        }
        catch (Exception failure) when (failure is QueueCallException or OperationCanceledException)
        {
            LogNotExtended(failure, changes.Count);
            return [.. changes.Select((_, index) => new EntryFailure(index, failure.GetType().Name, ReceiptIsGone: false))];
        }
    }

    private void Answered(TimeSpan time)
    {
        if (time > terms.Margin)
        {
            context.Metrics.SlowResponse();
            LogSlow(time, terms.Margin);
        }
    }

    private async Task CallBackAsync(MessageLease lease)
    {
        try
        {
            await lease.TellExtendedAsync();
        }
        catch (Exception failure)
        {
            LogCallback(failure, lease.Message.MessageId);
        }
    }

    private Task CancelAsync(MessageLease lease)
    {
        try
        {
            lease.Cancel();
        }
        catch (AggregateException failure)
        {
            LogCallback(failure, lease.Message.MessageId);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Lost the lease of message {MessageId}: it may be handled elsewhere by now, nothing is settled here")]
    private partial void LogLost(string messageId);

    [LoggerMessage(LogLevel.Warning, "Could not extend the leases of {Count} messages; they are tried again until they end")]
    private partial void LogNotExtended(Exception failure, int count);

    [LoggerMessage(LogLevel.Warning, "SQS took {Time} to answer; a receive that took as long would not be covered by the lease margin of {Margin}")]
    private partial void LogSlow(TimeSpan time, TimeSpan margin);

    [LoggerMessage(LogLevel.Warning, "Something that was told of the lease of message {MessageId} threw; the lease goes on as it was")]
    private partial void LogCallback(Exception failure, string messageId);
}
