namespace Workers.Engine.Settling;

/// <summary>
/// Messages that are done, but that SQS has not said to have deleted. One that reappears is deleted, not handled again. Only
/// so many are remembered, the newest.
/// </summary>
internal sealed class UnconfirmedDeletes(int capacity)
{
    private readonly Lock _lock = new();
    private HashSet<string> _newer = [];
    private HashSet<string> _older = [];

    public void Add(string messageId)
    {
        lock (_lock)
        {
            _newer.Add(messageId);
            if (_newer.Count >= capacity)
            {
                (_older, _newer) = (_newer, []);
            }
        }
    }

    public void Confirm(string messageId)
    {
        lock (_lock)
        {
            _newer.Remove(messageId);
            _older.Remove(messageId);
        }
    }

    public bool Contains(string messageId)
    {
        lock (_lock)
        {
            return _newer.Contains(messageId) || _older.Contains(messageId);
        }
    }
}
