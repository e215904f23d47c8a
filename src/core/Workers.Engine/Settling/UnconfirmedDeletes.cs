namespace Workers.Engine.Settling;

/// <summary>
/// Messages that are done, but of which a delete is under way or failed. One that reappears is deleted, not handled again. Only
/// so many are remembered, the newest.
/// </summary>
internal sealed class UnconfirmedDeletes(int capacity)
{
    private readonly Lock _lock = new();
    private Dictionary<string, int> _newer = [];
    private Dictionary<string, int> _older = [];

    /// <summary>A delete of the message begins; there may be one for each of its receipts.</summary>
    public void Add(string messageId)
    {
        lock (_lock)
        {
            _newer[messageId] = Deletes(messageId) + 1;
            _older.Remove(messageId);
            if (_newer.Count >= capacity)
            {
                (_older, _newer) = (_newer, []);
            }
        }
    }

    /// <summary>
    /// SQS said yes to one of the message's deletes. It says so to an outdated receipt too, and deletes nothing: the message is
    /// forgotten when all of its deletes are confirmed.
    /// </summary>
    public void Confirm(string messageId)
    {
        lock (_lock)
        {
            var deletes = _newer.ContainsKey(messageId) ? _newer : _older;
            if (Deletes(messageId) <= 1)
            {
                deletes.Remove(messageId);
            }
            else
            {
                deletes[messageId]--;
            }
        }
    }

    public bool Contains(string messageId)
    {
        lock (_lock)
        {
            return Deletes(messageId) > 0;
        }
    }

    private int Deletes(string messageId) => _newer.TryGetValue(messageId, out var deletes) ? deletes : _older.GetValueOrDefault(messageId);
}
