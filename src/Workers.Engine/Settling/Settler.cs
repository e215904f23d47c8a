using Microsoft.Extensions.Logging;
using Workers.Engine.Leasing;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;

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
    private readonly SettlementPolicy _policy;
    private readonly UnconfirmedDeletes _unconfirmed;
    private readonly Batcher<ReceivedMessage> _deletes;
    private readonly Batcher<VisibilityChange> _changes;
    private readonly Batcher<DeadLetter> _letters;

    public Settler(
        IMessageQueue queue, InFlight inFlight, SettlementPolicy policy, ConsumerContext context, CancellationToken draining)
    {
        _context = context;
        _logger = context.Logger;
        _policy = policy;
        _unconfirmed = new UnconfirmedDeletes(10 * context.Options.MaxInFlight);
        _deletes = new(
            new(queue.DeleteAsync, Attempts, context),
            message => message.MessageId,
            () => inFlight.IsIdle || draining.IsCancellationRequested,
            context);
        _changes = new(
            new(queue.ChangeVisibilityAsync, Attempts, context),
            change => change.Message.MessageId,
            () => inFlight.IsIdle,
            context);

        // One attempt: a message that the dead-letter queue does not take is soon back, and its lease is not extended now.
        _letters = new(
            new(queue.DeadLetterAsync, 1, context),
            letter => letter.Message.MessageId,
            () => inFlight.IsIdle,
            context);
        draining.Register(_deletes.Flush);
    }

    /// <summary>Whether this message is done, and was to be deleted already.</summary>
    public bool IsSettled(string messageId) => _unconfirmed.Contains(messageId);

    /// <summary>Does what is to be done about a message, whose lease must have been ours until now.</summary>
    public async Task SettleAsync(MessageLease lease, Settlement settlement)
    {
        var age = lease.Age;
        if (settlement is Settlement.Reject reject && !await SendAsync(lease.Message, reject))
        {
            settlement = _policy.OfUnsent(lease.Message.ReceiveCount);
        }

        await (settlement is Settlement.ShowAgain again ? ShowAgainAsync(lease, again.After) : DeleteAsync(lease.Message));
        _context.Metrics.Settled(settlement.Outcome);
        Log(settlement, age);
    }

    /// <summary>Shows messages again at once.</summary>
    public Task ReturnAsync(IReadOnlyList<ReceivedMessage> messages) =>
        Task.WhenAll(messages.Select(message => _changes.AddAsync(new(message, TimeSpan.Zero))));

    private Task<bool> SendAsync(ReceivedMessage message, Settlement.Reject reject) =>
        _letters.AddAsync(new(message, reject.Reason, reject.ExceptionType, reject.EventId, _context.Time.GetUtcNow()));

    private async Task DeleteAsync(ReceivedMessage message)
    {
        _unconfirmed.Add(message);
        if (await _deletes.AddAsync(message))
        {
            _unconfirmed.Confirm(message);
        }
    }

    private Task<bool> ShowAgainAsync(MessageLease lease, TimeSpan after)
    {
        var longest = lease.LongestVisibility;
        return _changes.AddAsync(new(lease.Message, after < longest ? after : longest));
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
