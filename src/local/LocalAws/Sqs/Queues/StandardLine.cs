namespace LocalAws.Sqs.Queues;

/// <summary>The visible messages of a standard queue: the older come first, also after they were hidden for a while.</summary>
internal sealed class StandardLine : IMessageLine
{
    private readonly SortedSet<QueuedMessage> _visible = new(
        Comparer<QueuedMessage>.Create((left, right) => left.Place.CompareTo(right.Place)));

    public QueuedMessage? First => _visible.Min;

    public QueuedMessage? After(QueuedMessage message) => null;

    public void Add(QueuedMessage message) => _visible.Add(message);

    public void Update(QueuedMessage message)
    {
        if (message.State is MessageState.Visible)
        {
            _visible.Add(message);
        }
        else
        {
            _visible.Remove(message);
        }
    }

    public void Remove(QueuedMessage message) => _visible.Remove(message);

    public void Clear() => _visible.Clear();
}
