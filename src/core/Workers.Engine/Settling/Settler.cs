using Microsoft.Extensions.Logging;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Timing;

namespace Workers.Engine.Settling;

/// <summary>
/// Ends messages: deletes them, shows them again, dead-letters them. It knows no cancellation: what has begun to be settled
/// is settled, also while the host stops.
/// </summary>
internal sealed partial class Settler
{
    private const int Attempts = 5;

    private readonly ConsumerContext _context;
    private readonly ILogger _logger;
    private readonly InFlight _inFlight;
    private readonly SettlementPolicy _policy;
    private readonly UnconfirmedDeletes _unconfirmed;
    private readonly BatchCall<VisibilityChange> _changes;
    private readonly Batcher _toDelete;
    private readonly Batcher _toShowAgain;
    private readonly Batcher _toDeadLetter;

    public Settler(
        IMessageQueue queue,
        InFlight inFlight,
        SettlementPolicy policy,
        RunningTasks running,
        ConsumerContext context,
        CancellationToken draining)
    {
        _context = context;
        _logger = context.Logger;
        _inFlight = inFlight;
        _policy = policy;
        _unconfirmed = new UnconfirmedDeletes(10 * context.Options.MaxInFlight);
        _changes = new(queue.ChangeVisibilityAsync, Attempts, context);
        var deletes = new BatchCall<ReceivedMessage>(queue.DeleteAsync, Attempts, context);

        // One attempt: a message that the dead-letter queue does not take is soon back, and its lease is not extended now.
        var letters = new BatchCall<DeadLetter>(queue.DeadLetterAsync, 1, context);
        _toDelete = new(
            messages => deletes.SendAsync(messages.ConvertAll(settling => settling.Message)),
            Deleted,
            () => inFlight.IsIdle || draining.IsCancellationRequested,
            running,
            context);
        _toShowAgain = new(
            messages => _changes.SendAsync(messages.ConvertAll(Change)),
            (message, _) => End(message),
            () => inFlight.IsIdle,
            running,
            context);
        _toDeadLetter = new(
            messages => letters.SendAsync(messages.ConvertAll(Letter)), DeadLettered, () => inFlight.IsIdle, running, context);
        draining.Register(_toDelete.Flush);
    }

    /// <summary>Whether this message is done, and was to be deleted already.</summary>
    public bool IsSettled(string messageId) => _unconfirmed.Contains(messageId);

    /// <summary>Begins to do what is to be done about a message, whose lease must have been ours until now.</summary>
    public void Settle(SettlingMessage message)
    {
        switch (message.Settlement)
        {
            case Settlement.Delete:
                Delete(message);
                break;
            case Settlement.ShowAgain:
                _toShowAgain.Add(message);
                break;
            case Settlement.Reject:
                _toDeadLetter.Add(message);
                break;
        }
    }

    /// <summary>Shows messages again at once.</summary>
    public Task ReturnAsync(IReadOnlyList<ReceivedMessage> messages) => Task.WhenAll(
        messages.Select(message => new VisibilityChange(message, TimeSpan.Zero)).Chunk(IMessageQueue.BatchSize).Select(_changes.SendAsync));

    private void Delete(SettlingMessage message)
    {
        _unconfirmed.Add(message.Message.MessageId);
        _toDelete.Add(message);
    }

    private void Deleted(SettlingMessage message, bool isDone)
    {
        if (isDone)
        {
            _unconfirmed.Confirm(message.Message.MessageId);
        }

        End(message);
    }

    private void DeadLettered(SettlingMessage message, bool isDone)
    {
        if (isDone)
        {
            Delete(message);
        }
        else
        {
            Settle(message with { Settlement = _policy.OfUnsent(message.Message.ReceiveCount) });
        }
    }

    private static VisibilityChange Change(SettlingMessage message)
    {
        var (after, longest) = (((Settlement.ShowAgain)message.Settlement).After, message.Lease.LongestVisibility);
        return new(message.Message, after < longest ? after : longest);
    }

    private DeadLetter Letter(SettlingMessage message)
    {
        var reject = (Settlement.Reject)message.Settlement;
        return new(message.Message, reject.Reason, reject.ExceptionType, reject.EventId, _context.Time.GetUtcNow());
    }

    private void End(SettlingMessage message)
    {
        _inFlight.Settled();
        _context.Metrics.Settled(message.Settlement.Outcome);
        if (message.Scope is not null)
        {
            using var logged = _logger.BeginScope(message.Scope);
            Log(message.Settlement, message.Age);
        }
    }

    private void Log(Settlement settlement, TimeSpan age)
    {
        switch (settlement)
        {
            case Settlement.Delete:
                LogDeleted(settlement.Outcome, age.TotalMilliseconds);
                break;
            case Settlement.ShowAgain again:
                LogShownAgain(settlement.Outcome, again.After);
                break;
            case Settlement.Reject reject:
                LogRejected(reject.Reason);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Message {Outcome} after {Milliseconds:0} ms")]
    private partial void LogDeleted(string outcome, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Message {Outcome}, shown again in {Delay}")]
    private partial void LogShownAgain(string outcome, TimeSpan delay);

    [LoggerMessage(LogLevel.Warning, "Message dead-lettered: {Reason}")]
    private partial void LogRejected(string reason);
}
