namespace LocalAws.Sqs.Queues;

/// <summary>
/// A queue's messages by state. No operation takes longer than the logarithm of their number. Not safe for concurrent use: the
/// queue locks.
/// </summary>
internal sealed class MessageStore
{
    private readonly Dictionary<long, QueuedMessage> _all = [];
    private readonly LinkedList<QueuedMessage> _visible = [];
    private readonly SortedSet<QueuedMessage> _hidden = new(By(message => message.VisibleAt));
    private readonly SortedSet<QueuedMessage> _byAge = new(By(message => message.Message.SentAt));
    private long _lastSequence;

    public int Visible => _visible.Count;

    public int InFlight { get; private set; }

    public int Delayed => _hidden.Count - InFlight;

    /// <summary>When the next delayed or received message becomes visible; null when all are.</summary>
    public DateTimeOffset? NextVisibleAt => _hidden.Min?.VisibleAt;

    public QueuedMessage? FirstVisible => _visible.First?.Value;

    public QueuedMessage? Find(long sequence) => _all.GetValueOrDefault(sequence);

    public QueuedMessage Add(Message message)
    {
        var queued = new QueuedMessage(message, ++_lastSequence);
        _all.Add(queued.Sequence, queued);
        _byAge.Add(queued);
        _visible.AddLast(queued.Place);
        return queued;
    }

    /// <summary>Makes it delayed or in flight until the time comes.</summary>
    public void Hide(QueuedMessage message, MessageState state, DateTimeOffset until)
    {
        Detach(message);
        message.State = state;
        message.VisibleAt = until;
        _hidden.Add(message);
        InFlight += state is MessageState.InFlight ? 1 : 0;
    }

    /// <summary>Makes it visible, behind all that are.</summary>
    public void Show(QueuedMessage message)
    {
        Detach(message);
        message.State = MessageState.Visible;
        _visible.AddLast(message.Place);
    }

    public void Remove(QueuedMessage message)
    {
        Detach(message);
        _byAge.Remove(message);
        _all.Remove(message.Sequence);
    }

    public void Clear()
    {
        _all.Clear();
        _visible.Clear();
        _hidden.Clear();
        _byAge.Clear();
        InFlight = 0;
    }

    /// <summary>Brings states up to date: shows what is due, forgets what has been kept for the whole retention.</summary>
    public void Advance(DateTimeOffset now, TimeSpan retention)
    {
        while (_hidden.Min is { } due && due.VisibleAt <= now)
        {
            Show(due);
        }

        while (_byAge.Min is { } oldest && oldest.Message.SentAt + retention <= now)
        {
            Remove(oldest);
        }
    }

    private void Detach(QueuedMessage message)
    {
        if (message.State is MessageState.Visible)
        {
            _visible.Remove(message.Place);
            return;
        }

        _hidden.Remove(message);
        InFlight -= message.State is MessageState.InFlight ? 1 : 0;
    }

    private static Comparer<QueuedMessage> By(Func<QueuedMessage, DateTimeOffset> time) =>
        Comparer<QueuedMessage>.Create((left, right) =>
        {
            var order = time(left).CompareTo(time(right));
            return order != 0 ? order : left.Sequence.CompareTo(right.Sequence);
        });
}
