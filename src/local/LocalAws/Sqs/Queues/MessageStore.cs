using LocalAws.Sqs.Data;

namespace LocalAws.Sqs.Queues;

/// <summary>How many messages a queue has, by state.</summary>
internal readonly record struct QueueCounts(int Visible, int InFlight, int Delayed);

/// <summary>
/// A queue's messages by state. No operation takes longer than the logarithm of their number. Not safe for concurrent use: the
/// queue locks.
/// </summary>
/// <param name="line">In which order they are handed out.</param>
internal sealed class MessageStore(IMessageLine line)
{
    private readonly Dictionary<long, QueuedMessage> _all = [];
    private readonly SortedSet<QueuedMessage> _hidden = new(By(message => message.VisibleAt));
    private readonly SortedSet<QueuedMessage> _byAge = new(By(message => message.Message.SentAt));
    private long _lastSequence;

    public IReadOnlyCollection<QueuedMessage> All => _all.Values;

    public QueueCounts Counts => new(_all.Count - _hidden.Count, InFlight, _hidden.Count - InFlight);

    public int InFlight { get; private set; }

    /// <summary>When the next delayed or received message becomes visible; null when all are.</summary>
    public DateTimeOffset? NextVisibleAt => _hidden.Min?.VisibleAt;

    /// <inheritdoc cref="IMessageLine.First"/>
    public QueuedMessage? First => line.First;

    /// <inheritdoc cref="IMessageLine.After"/>
    public QueuedMessage? After(QueuedMessage message) => line.After(message);

    public QueuedMessage? Find(long sequence) => _all.GetValueOrDefault(sequence);

    public QueuedMessage Add(Message message, DateTimeOffset now)
    {
        var queued = new QueuedMessage(message, ++_lastSequence) { VisibleAt = now };
        _all.Add(queued.Sequence, queued);
        _byAge.Add(queued);
        line.Add(queued);
        return queued;
    }

    /// <summary>Makes it delayed or in flight until the time comes.</summary>
    public void Hide(QueuedMessage message, MessageState state, DateTimeOffset until)
    {
        Unhide(message);
        message.State = state;
        message.VisibleAt = until;
        _hidden.Add(message);
        InFlight += state is MessageState.InFlight ? 1 : 0;
        line.Update(message);
    }

    /// <summary>Makes it visible, as it has been since then.</summary>
    public void Show(QueuedMessage message, DateTimeOffset since)
    {
        Unhide(message);
        message.State = MessageState.Visible;
        message.VisibleAt = since;
        line.Update(message);
    }

    /// <summary>Puts a visible message of a standard queue behind all others.</summary>
    public void MoveToEnd(QueuedMessage message)
    {
        line.Remove(message);
        message.Place = ++_lastSequence;
        line.Add(message);
    }

    public void Remove(QueuedMessage message)
    {
        Unhide(message);
        message.IsGone = true;
        line.Remove(message);
        _byAge.Remove(message);
        _all.Remove(message.Sequence);
    }

    /// <summary>The last number that a message got.</summary>
    public long LastSequence => _lastSequence;

    /// <summary>The messages to be saved. Nothing can change meanwhile, so it is done quickly, and in no order.</summary>
    public QueuedMessageState[] Save()
    {
        var saved = new QueuedMessageState[_all.Count];
        var index = 0;
        foreach (var message in _all.Values)
        {
            saved[index++] = QueuedMessageState.Of(message);
        }

        return saved;
    }

    /// <summary>Puts saved messages back.</summary>
    public void Restore(MessagesState saved)
    {
        _lastSequence = saved.LastSequence;
        foreach (var one in saved.Messages.OrderBy(message => message.Sequence))
        {
            var queued = one.Restore();
            _all.Add(queued.Sequence, queued);
            _byAge.Add(queued);
            line.Add(queued);
            if (one.State is not MessageState.Visible)
            {
                Hide(queued, one.State, one.VisibleAt);
            }
        }
    }

    public void Clear()
    {
        _all.Clear();
        line.Clear();
        _hidden.Clear();
        _byAge.Clear();
        InFlight = 0;
    }

    /// <summary>Brings states up to date: shows what is due, forgets what has been kept for the whole retention.</summary>
    public void Advance(DateTimeOffset now, TimeSpan retention)
    {
        while (_hidden.Min is { } due && due.VisibleAt <= now)
        {
            Show(due, due.VisibleAt);
        }

        while (_byAge.Min is { } oldest && oldest.Message.SentAt + retention <= now)
        {
            Remove(oldest);
        }
    }

    private void Unhide(QueuedMessage message)
    {
        if (_hidden.Remove(message))
        {
            InFlight -= message.State is MessageState.InFlight ? 1 : 0;
        }
    }

    private static Comparer<QueuedMessage> By(Func<QueuedMessage, DateTimeOffset> time) =>
        Comparer<QueuedMessage>.Create((left, right) =>
        {
            var order = time(left).CompareTo(time(right));
            return order != 0 ? order : left.Sequence.CompareTo(right.Sequence);
        });
}
