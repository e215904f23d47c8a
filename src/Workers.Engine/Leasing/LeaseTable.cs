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

    /// <summary>Enters a message that has just come in.</summary>
    /// <returns>
    /// Its lease; or null where the message is being handled here already, in which case the lease it has goes on with the
    /// newest receipt.
    /// </returns>
    public MessageLease? Track(ReceivedMessage message)
    {
        lock (_lock)
        {
            if (_leases.TryGetValue(message.MessageId, out var known) && Now < known.Deadline)
            {
                Begin(known, message);
                return null;
            }

            var lease = new MessageLease(message, this) { HandlingEnds = Now + _terms.MaxHandlingTime };
            Begin(lease, message);
            _leases[message.MessageId] = lease;
            return lease;
        }
    }

    /// <summary>See <see cref="MessageLease.StopAsync"/>.</summary>
    public async Task<bool> StopAsync(MessageLease lease)
    {
        lock (_lock)
        {
            Remove(lease);
        }

        await lease.Extending;
        lock (_lock)
        {
            if (Now >= lease.Deadline)
            {
                Lose(lease);
            }

            return lease.Interruption != Interruption.LeaseLost;
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

    /// <summary>Takes the messages of handlers that do not end: they are to be shown again, and whatever these handlers still say is ignored.</summary>
    public IReadOnlyList<ReceivedMessage> TakeAll()
    {
        lock (_lock)
        {
            foreach (var lease in _leases.Values)
            {
                Interrupt(lease, Interruption.LeaseLost);
            }

            var messages = _leases.Values.Select(lease => lease.Message).ToList();
            _leases.Clear();
            return messages;
        }
    }

    /// <summary>SQS extended leases, by a call that was sent at the given time: from then on, at the latest, it counts anew.</summary>
    public void Extended(MessageLease lease, TimeSpan sentAt)
    {
        lock (_lock)
        {
            Schedule(lease, sentAt);
        }
    }

    /// <summary>SQS did not extend a lease, but may when asked again.</summary>
    public void NotExtended(MessageLease lease, TimeSpan retryAfter)
    {
        lock (_lock)
        {
            lease.ExtendAt = Now + retryAfter;
            SetAlarm(lease);
        }
    }

    /// <summary>SQS says that a receipt is good no more. It may not be the newest one.</summary>
    public void Gone(MessageLease lease, ReceivedMessage receive)
    {
        lock (_lock)
        {
            if (ReferenceEquals(lease.Message, receive))
            {
                Lose(lease);
            }
        }
    }

    /// <summary>For how long a message may be hidden from now on, by SQS's limit.</summary>
    public TimeSpan LongestVisibility(MessageLease lease) => LeaseTerms.LongestVisibility - (Now - lease.ReceivedAt) - LeaseTerms.Rounding;

    public DateTimeOffset WallClock(TimeSpan due) => _time.GetUtcNow() + (due - Now);

    public void Dispose() => _alarm.Dispose();

    private void Begin(MessageLease lease, ReceivedMessage message)
    {
        lease.Message = message;
        lease.ReceivedAt = Now;
        Schedule(lease, Now);
    }

    private void Schedule(MessageLease lease, TimeSpan from)
    {
        lease.Deadline = from + _terms.Duration;
        lease.ExtendAt = _terms.MayExtend(lease.ReceivedAt, from) ? from + _terms.ExtendFrom : TimeSpan.MaxValue;
        SetAlarm(lease);
    }

    private void SetAlarm(MessageLease lease)
    {
        _alarm.RingBy(lease.Deadline);
        if (lease.Interruption == Interruption.None)
        {
            _alarm.RingBy(lease.HandlingEnds);
            _alarm.RingBy(lease.ExtendAt < TimeSpan.MaxValue ? lease.ExtendAt + _terms.ExtendLinger : TimeSpan.MaxValue);
        }
    }

    private void Beat()
    {
        lock (_lock)
        {
            var now = Now;
            _leases.Values.Where(lease => now >= lease.Deadline).ToList().ForEach(Lose);
            var kept = _leases.Values.Where(lease => lease.Interruption == Interruption.None).ToLookup(lease => now >= lease.HandlingEnds);
            foreach (var lease in kept[true])
            {
                Interrupt(lease, Interruption.HandlingTooLong);
            }

            foreach (var batch in kept[false].Where(lease => now >= lease.ExtendAt).Chunk(IMessageQueue.BatchSize))
            {
                Extend(batch);
            }

            foreach (var lease in _leases.Values)
            {
                SetAlarm(lease);
            }
        }
    }

    private void Extend(MessageLease[] batch)
    {
        var extending = _heartbeat.Start(this, batch);
        foreach (var lease in batch)
        {
            lease.ExtendAt = TimeSpan.MaxValue;
            lease.Extending = extending;
        }
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
