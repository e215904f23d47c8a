using Microsoft.Extensions.Logging;
using Workers.Engine.Queues;
using Workers.Engine.Timing;

namespace Workers.Engine.Leasing;

/// <summary>
/// Keeps the lease of every message that is ours. A message enters when it is received, whether or not its handler has started, and
/// leaves when it is to be settled. In between one loop looks at all leases, again and again: it extends what is due, ten to a call,
/// interrupts handlers that have had their time, and gives up what has ended.
/// </summary>
internal sealed partial class LeaseKeeper : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, MessageLease> _leases = [];
    private readonly IMessageQueue _queue;
    private readonly LeaseTerms _terms;
    private readonly RunningTasks _running;
    private readonly ConsumerContext _consumer;
    private readonly ILogger _logger;
    private readonly MonotonicClock _clock;
    private readonly PeriodicTimer _timer;

    /// <param name="queue">The queue.</param>
    /// <param name="terms">How long leases last.</param>
    /// <param name="running">Where calls run and handlers are told.</param>
    /// <param name="consumer">The consumer's.</param>
    public LeaseKeeper(IMessageQueue queue, LeaseTerms terms, RunningTasks running, ConsumerContext consumer)
    {
        (_queue, _terms, _running, _consumer, _logger) = (queue, terms, running, consumer, consumer.Logger);
        _clock = new MonotonicClock(consumer.Time);
        _timer = new PeriodicTimer(terms.Period, consumer.Time);
    }

    /// <summary>The time that deadlines are counted in.</summary>
    public TimeSpan Now => _clock.Now;

    /// <summary>How many messages are ours.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _leases.Count;
            }
        }
    }

    /// <summary>How long ago the oldest message here came into the queue; zero where there is none.</summary>
    public TimeSpan OldestAge
    {
        get
        {
            lock (_lock)
            {
                return _leases.Count == 0
                    ? TimeSpan.Zero
                    : _consumer.Time.GetUtcNow() - _leases.Values.Min(lease => lease.Message.SentAt);
            }
        }
    }

    /// <summary>The lease loop; it ends when the keeper is disposed.</summary>
    public async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync(CancellationToken.None))
        {
            lock (_lock)
            {
                Look();
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>
    /// Enters messages that have just come in. A message that is being handled here already gets no second lease: the one that it has
    /// goes on with the newest receipt.
    /// </summary>
    /// <returns>The leases that begin, and the receives of messages that are known.</returns>
    public (IReadOnlyList<MessageLease> Begun, IReadOnlyList<ReceivedMessage> Known) Track(IReadOnlyList<ReceivedMessage> received)
    {
        var begun = new List<MessageLease>(received.Count);
        List<ReceivedMessage> known = [];
        lock (_lock)
        {
            var now = Now;
            foreach (var message in received)
            {
                if (!_leases.TryGetValue(message.MessageId, out var lease) || LoseIfOver(lease))
                {
                    lease = new MessageLease(_terms, this, now) { Message = message };
                    _leases[message.MessageId] = lease;
                    begun.Add(lease);
                }
                else
                {
                    known.Add(message);
                }

                lease.Received(message, now);
            }
        }

        return (begun, known);
    }

    /// <summary>
    /// Ends a lease's heartbeat, and waits for a call of it under way, which would overwrite whatever visibility is set next.
    /// </summary>
    /// <returns>Whether the lease was ours to the end. If not, nothing may be settled.</returns>
    public async ValueTask<bool> StopAsync(MessageLease lease)
    {
        // It stays here meanwhile: should SQS hand the message out again, that is no new message.
        while (RemoveUnlessExtending(lease) is { } extending)
        {
            await extending;
        }

        return lease.Interruption < Interruption.LeaseLost;
    }

    /// <summary>The drain is over: every handler that still runs is told.</summary>
    public void InterruptAll()
    {
        lock (_lock)
        {
            foreach (var lease in _leases.Values)
            {
                Interrupt(lease, Interruption.DrainOver);
            }
        }
    }

    /// <summary>Gives up the messages of handlers that do not end, whatever these still say. They are to be shown again.</summary>
    public IReadOnlyList<ReceivedMessage> GiveUpAll()
    {
        lock (_lock)
        {
            List<MessageLease> leases = [.. _leases.Values];
            leases.ForEach(lease => lease.Interrupt(Interruption.GivenUp));
            _leases.Clear();
            return leases.ConvertAll(lease => lease.Message);
        }
    }

    public DateTimeOffset WallClock(TimeSpan due) => _consumer.Time.GetUtcNow() + (due - Now);

    private void Look()
    {
        var now = Now;
        List<MessageLease> leases = [.. _leases.Values];
        leases.RemoveAll(LoseIfOver);
        leases.FindAll(lease => lease.HasHandledTooLong(now)).ForEach(lease => Interrupt(lease, Interruption.HandlingTooLong));
        foreach (var batch in leases.Where(lease => lease.IsToBeExtended(now)).Chunk(IMessageQueue.BatchSize))
        {
            var extending = _running.Start(() => ExtendAsync(batch));
            Array.ForEach(batch, lease => lease.BeginExtending(extending));
        }
    }

    private async Task ExtendAsync(MessageLease[] leases)
    {
        var changes = Array.ConvertAll(leases, lease => new VisibilityChange(lease.Message, _terms.Visibility));
        var sentAt = Now;
        var failures = await CallAsync(changes);
        WarnIfSlow(Now - sentAt);
        foreach (var (index, lease) in leases.Index())
        {
            var failure = failures.FirstOrDefault(failure => failure.Index == index);
            Answered(lease, changes[index].Message, sentAt, failure);
            if (failure is null)
            {
                _ = _running.Start(() => TellAsync(lease.TellExtendedAsync, lease));
            }
        }
    }

    private async Task<IReadOnlyList<EntryFailure>> CallAsync(VisibilityChange[] changes)
    {
        using var limit = new CancellationTokenSource(_terms.CallLimit, _consumer.Time);
        try
        {
            return await _queue.ChangeVisibilityAsync(changes, limit.Token);
        }
        catch (Exception failure) when (failure is QueueCallException or OperationCanceledException)
        {
            LogNotExtended(failure, changes.Length);
            return [.. changes.Select((_, index) => new EntryFailure(index, failure.GetType().Name, ReceiptIsGone: false))];
        }
    }

    /// <summary>Records SQS's answer to an extension. The answer is ignored if a newer receipt has come meanwhile.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="receive">The receive whose receipt was used.</param>
    /// <param name="sentAt">When SQS was asked; the new visibility timeout began after that.</param>
    /// <param name="failure">Why the lease was not extended, if it was not.</param>
    private void Answered(MessageLease lease, ReceivedMessage receive, TimeSpan sentAt, EntryFailure? failure)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(lease.Message, receive))
            {
                return;
            }

            switch (failure)
            {
                case null:
                    lease.Extended(sentAt);
                    break;
                case { ReceiptIsGone: true }:
                    Lose(lease);
                    break;
                default:
                    lease.ExtendAt(Now + _consumer.Jitter.UpTo(_terms.Period));
                    break;
            }
        }
    }

    private void WarnIfSlow(TimeSpan time)
    {
        if (time > _terms.Margin)
        {
            _consumer.Metrics.SlowResponse();
            LogSlow(time, _terms.Margin);
        }
    }

    private Task? RemoveUnlessExtending(MessageLease lease)
    {
        lock (_lock)
        {
            if (!lease.Extending.IsCompleted)
            {
                return lease.Extending;
            }

            if (!LoseIfOver(lease))
            {
                Remove(lease);
            }

            return null;
        }
    }

    private bool LoseIfOver(MessageLease lease)
    {
        if (Now < lease.Deadline)
        {
            return false;
        }

        Lose(lease);
        return true;
    }

    private void Lose(MessageLease lease)
    {
        Remove(lease);
        Interrupt(lease, Interruption.LeaseLost);
    }

    private void Remove(MessageLease lease)
    {
        // A lost message may be back already, under a lease of its own.
        if (_leases.GetValueOrDefault(lease.Message.MessageId) == lease)
        {
            _leases.Remove(lease.Message.MessageId);
        }
    }

    private void Interrupt(MessageLease lease, Interruption reason)
    {
        if (!lease.Interrupt(reason))
        {
            return;
        }

        if (reason == Interruption.LeaseLost)
        {
            _consumer.Metrics.LeaseLost();
            LogLost(lease.Message.MessageId);
        }

        // As a task of its own: a handler may do anything when it is told.
        _ = _running.Start(() => TellAsync(
            () =>
            {
                lease.Cancel();
                return Task.CompletedTask;
            },
            lease));
    }

    private async Task TellAsync(Func<Task> tell, MessageLease lease)
    {
        try
        {
            await tell();
        }
        catch (Exception failure)
        {
            LogCallback(failure, lease.Message.MessageId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Lost the lease of message {MessageId}: it may be handled elsewhere by now, nothing is settled here")]
    private partial void LogLost(string messageId);

    [LoggerMessage(LogLevel.Warning, "Could not extend the leases of {Count} messages; they are tried again until they end")]
    private partial void LogNotExtended(Exception failure, int count);

    [LoggerMessage(LogLevel.Warning, "SQS took {Time} to answer, longer than the lease margin of {Margin}. If receives take as long, leases end at SQS before they end here")]
    private partial void LogSlow(TimeSpan time, TimeSpan margin);

    [LoggerMessage(LogLevel.Warning, "A callback on the lease of message {MessageId} threw; the lease is not affected")]
    private partial void LogCallback(Exception failure, string messageId);
}
