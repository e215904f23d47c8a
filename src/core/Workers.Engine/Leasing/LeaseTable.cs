using Workers.Engine.Queues;
using Workers.Engine.Timing;

namespace Workers.Engine.Leasing;

/// <summary>
/// Every message that is ours just now. A message enters when it is received, whether or not its handler has started, and
/// leaves when it is to be settled. In between one alarm, set to the earliest due, has its lease extended, its handler
/// interrupted, or the message given up.
/// </summary>
internal sealed class LeaseTable : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, MessageLease> _leases = [];
    private readonly LeaseTerms _terms;
    private readonly Heartbeat _heartbeat;
    private readonly TimeProvider _time;
    private readonly MonotonicClock _clock;
    private readonly Alarm _alarm;

    public LeaseTable(LeaseTerms terms, Heartbeat heartbeat, TimeProvider time)
    {
        _terms = terms;
        _heartbeat = heartbeat;
        _time = time;
        _clock = new MonotonicClock(time);
        _alarm = new Alarm(_clock, time, Beat);
    }

    /// <summary>The time that deadlines are counted in.</summary>
    public TimeSpan Now => _clock.Now;

    /// <summary>How long ago the oldest message here came into the queue; zero where there is none.</summary>
    public TimeSpan OldestAge
    {
        get
        {
            lock (_lock)
            {
                return _leases.Count == 0 ? TimeSpan.Zero : _time.GetUtcNow() - _leases.Values.Min(lease => lease.Message.SentAt);
            }
        }
    }

    /// <summary>Enters messages that have just come in.</summary>
    /// <returns>
    /// The leases that begin. A message that is being handled here already has none among them: the lease that it has goes on
    /// with the newest receipt.
    /// </returns>
    public IReadOnlyList<MessageLease> Track(IReadOnlyList<ReceivedMessage> received)
    {
        var begun = new List<MessageLease>(received.Count);
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

                lease.Received(message, now);
                _alarm.RingBy(lease.NextDue);
            }
        }

        return begun;
    }

    /// <summary>See <see cref="MessageLease.StopAsync"/>.</summary>
    public async ValueTask<bool> StopAsync(MessageLease lease)
    {
        // It stays in the table meanwhile: should SQS hand the message out again, that is no new message.
        while (RemoveUnlessExtending(lease) is { } extending)
        {
            await extending;
        }

        return lease.Interruption != Interruption.LeaseLost;
    }

    /// <summary>Notes what SQS did when it was asked to extend a lease. A receipt that came in meanwhile speaks for itself.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="receive">The receive whose receipt was used.</param>
    /// <param name="sentAt">When SQS was asked; the new visibility timeout began after that.</param>
    /// <param name="failure">Why the lease was not extended, if it was not.</param>
    /// <param name="retryAfter">When to ask again, if that can help.</param>
    public void Answered(
        MessageLease lease, ReceivedMessage receive, TimeSpan sentAt, EntryFailure? failure, TimeSpan retryAfter)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(lease.Message, receive))
            {
                return;
            }

            if (failure is { ReceiptIsGone: true })
            {
                Lose(lease);
            }
            else if (failure is not null)
            {
                lease.ExtendAt(Now + retryAfter);
            }
            else
            {
                lease.Extended(sentAt);
            }

            _alarm.RingBy(lease.NextDue);
        }
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
    public IReadOnlyList<ReceivedMessage> LoseAll()
    {
        lock (_lock)
        {
            List<MessageLease> leases = [.. _leases.Values];
            leases.ForEach(Lose);
            return leases.ConvertAll(lease => lease.Message);
        }
    }

    public DateTimeOffset WallClock(TimeSpan due) => _time.GetUtcNow() + (due - Now);

    public void Dispose() => _alarm.Dispose();

    private void Beat()
    {
        lock (_lock)
        {
            var now = Now;
            List<MessageLease> leases = [.. _leases.Values];
            leases.RemoveAll(LoseIfOver);
            leases.FindAll(lease => lease.HasHandledTooLong(now)).ForEach(lease => Interrupt(lease, Interruption.HandlingTooLong));
            foreach (var batch in leases.Where(lease => lease.IsToBeExtended(now)).Chunk(IMessageQueue.BatchSize))
            {
                var extending = _heartbeat.Start(this, batch);
                Array.ForEach(batch, lease => lease.IsExtended(extending));
            }

            foreach (var lease in _leases.Values)
            {
                _alarm.RingBy(lease.NextDue);
            }
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
        if (lease.Interrupt(reason))
        {
            _heartbeat.Tell(lease);
        }
    }
}
