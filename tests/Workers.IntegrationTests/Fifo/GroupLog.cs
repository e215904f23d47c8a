namespace Workers.IntegrationTests.Fifo;

/// <summary>What consumers did with a queue's messages. A message is named by its group and its number, such as <c>a1</c>.</summary>
internal sealed class GroupLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _attempts = [];
    private readonly HashSet<char> _busy = [];
    private readonly List<string> _done = [];

    /// <summary>Messages that were begun while another of their group was being handled.</summary>
    public List<string> Overlapping { get; } = [];

    /// <summary>Notes that a message is being handled.</summary>
    /// <returns>Which attempt it is, from 1.</returns>
    public int Begin(string message)
    {
        lock (_lock)
        {
            if (!_busy.Add(message[0]))
            {
                Overlapping.Add(message);
            }

            return _attempts[message] = _attempts.GetValueOrDefault(message) + 1;
        }
    }

    public void End(string message, bool isDone)
    {
        lock (_lock)
        {
            _busy.Remove(message[0]);
            if (isDone)
            {
                _done.Add(message);
            }
        }
    }

    /// <summary>The messages that were handled with success, by group, in the order in which they were.</summary>
    public IReadOnlyList<string> Done()
    {
        lock (_lock)
        {
            return [.. _done.OrderBy(message => message[0])];
        }
    }
}
