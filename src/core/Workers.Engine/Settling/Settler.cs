using Microsoft.Extensions.Logging;
using Workers.Engine.Handling;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Timing;

namespace Workers.Engine.Settling;

/// <summary>
/// Ends messages: deletes them, shows them again, sends them again, dead-letters them. It knows no cancellation: what has begun to be settled
/// is settled, also while the host stops.
/// </summary>
internal sealed partial class Settler
{
    private const int Attempts = 5;

    private readonly IMessageQueue _queue;
    private readonly InFlight _inFlight;
    private readonly SettlementPolicy _policy;
    private readonly ConsumerContext _consumer;
    private readonly ILogger _logger;
    private readonly BatchCalls _calls;
    private readonly UnconfirmedDeletes _unconfirmed;
    private readonly SettleLoop _deletes;
    private readonly SettleLoop _shows;
    private readonly SettleLoop _sends;
    private readonly SettleLoop _deadLetters;

    public Settler(
        IMessageQueue queue,
        InFlight inFlight,
        SettlementPolicy policy,
        RunningTasks running,
        ConsumerContext consumer,
        CancellationToken draining)
    {
        (_queue, _inFlight, _policy, _consumer, _logger) = (queue, inFlight, policy, consumer, consumer.Logger);
        _calls = new BatchCalls(consumer);
        _unconfirmed = new UnconfirmedDeletes(10 * consumer.Options.MaxInFlight);
        _deletes = new(DeleteAsync, DeletedAsync, inFlight, running, consumer, hurry: draining);
        _shows = new(ShowAsync, ShownAsync, inFlight, running, consumer, hurry: CancellationToken.None);
        _sends = new(SendAgainAsync, CopiedAsync, inFlight, running, consumer, hurry: CancellationToken.None);
        _deadLetters = new(DeadLetterAsync, CopiedAsync, inFlight, running, consumer, hurry: CancellationToken.None);
    }

    /// <summary>The loops that make the calls, one per kind.</summary>
    public IReadOnlyList<SettleLoop> Loops => [_deletes, _shows, _sends, _deadLetters];

    /// <summary>Whether this message is done, and was to be deleted already.</summary>
    public bool IsSettled(string messageId) => _unconfirmed.Contains(messageId);

    /// <summary>Begins to do what is to be done about a message, whose lease must have been ours until now.</summary>
    public ValueTask SettleAsync(MessageContext message, Settlement settlement)
    {
        message.Settlement = settlement;
        switch (settlement)
        {
            case Settlement.Delete:
                _unconfirmed.Add(message.MessageId);
                return _deletes.AddAsync(message);
            case Settlement.ShowAgain:
                return _shows.AddAsync(message);
            case Settlement.SendAgain:
                return _sends.AddAsync(message);
            default:
                return _deadLetters.AddAsync(message);
        }
    }

    /// <summary>Shows messages again at once. Their handlers did not end in time.</summary>
    /// <returns>How many are still hidden, whatever was tried.</returns>
    public async Task<int> ReturnAsync(IReadOnlyList<ReceivedMessage> messages)
    {
        var failures = await Task.WhenAll(messages
            .Select(message => new VisibilityChange(message, TimeSpan.Zero))
            .Chunk(IMessageQueue.BatchSize)
            .Select(changes => _calls.SendAsync(_queue.ChangeVisibilityAsync, changes, Attempts)));
        return failures.Sum(ofOneCall => ofOneCall.Count(failure => !failure.ReceiptIsGone));
    }

    private Task<IReadOnlyList<EntryFailure>> DeleteAsync(List<MessageContext> messages) =>
        _calls.SendAsync(_queue.DeleteAsync, messages.ConvertAll(message => message.Message), Attempts);

    private ValueTask DeletedAsync(MessageContext message, bool isDone)
    {
        if (isDone)
        {
            _unconfirmed.Confirm(message.MessageId);
        }

        return EndAsync(message);
    }

    private Task<IReadOnlyList<EntryFailure>> ShowAsync(List<MessageContext> messages) =>
        _calls.SendAsync(_queue.ChangeVisibilityAsync, messages.ConvertAll(Change), Attempts);

    // Where it failed for good, the message is visible already, or will be when its visibility ends.
    private ValueTask ShownAsync(MessageContext message, bool isDone) => EndAsync(message);

    // One attempt, here and with dead letters: a message of which a queue takes no copy is soon back, and its lease is not extended now.
    private Task<IReadOnlyList<EntryFailure>> SendAgainAsync(List<MessageContext> messages) =>
        _calls.SendAsync(_queue.SendAgainAsync, messages.ConvertAll(Copy), attempts: 1);

    private Task<IReadOnlyList<EntryFailure>> DeadLetterAsync(List<MessageContext> messages) =>
        _calls.SendAsync(_queue.DeadLetterAsync, messages.ConvertAll(Letter), attempts: 1);

    private ValueTask CopiedAsync(MessageContext message, bool isDone)
    {
        message.TellCopied(isDone);
        if (!isDone)
        {
            return SettleAsync(message, _policy.OfUnsent(message));
        }

        _unconfirmed.Add(message.MessageId);
        return _deletes.AddAsync(message);
    }

    private static VisibilityChange Change(MessageContext message)
    {
        var (after, longest) = (((Settlement.ShowAgain)message.Settlement!).After, message.LongestVisibility);
        return new(message.Message, after < longest ? after : longest);
    }

    private static DelayedCopy Copy(MessageContext message) => new(message.Message, ((Settlement.SendAgain)message.Settlement!).After);

    private DeadLetter Letter(MessageContext message)
    {
        var reject = (Settlement.Reject)message.Settlement!;
        return message.Letter = new(message.Message, reject.Reason, reject.ExceptionType, reject.EventId, _consumer.Time.GetUtcNow())
        {
            Handler = reject.Handler,
            Place = reject.Place,
        };
    }

    private ValueTask EndAsync(MessageContext message)
    {
        _inFlight.Settled(message.Message);
        _consumer.Metrics.Settled(message.Settlement!.Outcome);
        if (message.Scope is not null)
        {
            using var logged = _logger.BeginScope(message.Scope);
            Log(message);
        }

        return ValueTask.CompletedTask;
    }

    private void Log(MessageContext message)
    {
        switch (message.Settlement)
        {
            case Settlement.Delete delete:
                LogDeleted(delete.Outcome, message.Age.TotalMilliseconds);
                break;
            case Settlement.ShowAgain again:
                LogShownAgain(again.Outcome, again.After);
                break;
            case Settlement.SendAgain again:
                LogSentAgain(again.Outcome, again.After);
                break;
            case Settlement.Reject reject:
                LogRejected(reject.Outcome, message.Letter?.LetterId, reject.Reason);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Message {Outcome} after {Milliseconds:0} ms")]
    private partial void LogDeleted(string outcome, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Message {Outcome}, shown again in {Delay}")]
    private partial void LogShownAgain(string outcome, TimeSpan delay);

    // A message that waits for days comes by every quarter of an hour: nobody counts that.
    [LoggerMessage(LogLevel.Debug, "Message {Outcome}, sent again with a delay of {Delay}")]
    private partial void LogSentAgain(string outcome, TimeSpan delay);

    [LoggerMessage(LogLevel.Warning, "Message {Outcome}, dead-lettered as {LetterId}: {Reason}")]
    private partial void LogRejected(string outcome, string? letterId, string reason);
}
