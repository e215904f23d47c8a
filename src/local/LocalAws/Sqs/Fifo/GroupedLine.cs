using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Fifo;

/// <summary>
/// The messages of a FIFO queue, by group. A group hands out its messages in the order in which they were sent, and none that is behind a
/// hidden one: it is ready while its first message is visible. Among ready groups the one whose first message has been visible longest
/// comes first, and hands out as many as are asked for before another group has its turn.
/// </summary>
internal sealed class GroupedLine : IMessageLine
{
    private readonly Dictionary<string, Group> _groups = [];
    private readonly SortedSet<Group> _ready = new(Comparer<Group>.Create((left, right) => left.Place.CompareTo(right.Place)));

    public QueuedMessage? First => _ready.Min?.First;

    public QueuedMessage? After(QueuedMessage message) =>
        message.Node.Next is { Value: { State: MessageState.Visible } next } ? next : null;

    public void Add(QueuedMessage message)
    {
        if (!_groups.TryGetValue(message.GroupId, out var group))
        {
            _groups.Add(message.GroupId, group = new Group());
        }

        group.Messages.AddLast(message.Node);
        Refresh(group);
    }

    public void Update(QueuedMessage message) => Refresh(_groups[message.GroupId]);

    public void Remove(QueuedMessage message)
    {
        var group = _groups[message.GroupId];
        group.Messages.Remove(message.Node);
        Refresh(group);
        if (group.Messages.Count == 0)
        {
            _groups.Remove(message.GroupId);
        }
    }

    public void Clear()
    {
        _groups.Clear();
        _ready.Clear();
    }

    private void Refresh(Group group)
    {
        _ready.Remove(group);
        if (group.First is { State: MessageState.Visible } first)
        {
            group.Place = (first.VisibleAt, first.Sequence);
            _ready.Add(group);
        }
    }

    /// <summary>One group's messages, visible or not, in the order in which they were sent.</summary>
    private sealed class Group
    {
        public LinkedList<QueuedMessage> Messages { get; } = [];

        public QueuedMessage? First => Messages.First?.Value;

        /// <summary>Where it stands among the ready groups. Changed only while it is none of them.</summary>
        public (DateTimeOffset VisibleAt, long Sequence) Place { get; set; }
    }
}
