using Workers.Engine.Queues;

namespace Workers.Engine.Settling;

/// <summary>
/// Messages that are done, but that SQS has not said to have deleted. One that reappears is deleted, not handled again. Only
/// so many are remembered, the newest.
/// </summary>
internal sealed class UnconfirmedDeletes(int capacity)
{
    private readonly Lock _lock = new();
    private Dictionary<string, string> _newer = [];
    private Dictionary<string, string> _older = [];

    public void Add(ReceivedMessage message)
    {
        lock (_lock)
        {
            _newer[message.MessageId] = message.ReceiptHandle;
            if (_newer.Count >= capacity)
            {
                (_older, _newer) = (_newer, []);
            }
        }
    }

    /// <summary>Forgets a message, unless it was received again since: SQS says yes to an older receipt too, and deletes nothing.</summary>
    public void Confirm(ReceivedMessage message)
    {
        lock (_lock)
        {
            if (Receipt(message.MessageId) == message.ReceiptHandle)
            {
                _newer.Remove(message.MessageId);
                _older.Remove(message.MessageId);
            }
        }
    }

    public bool Contains(string messageId)
    {
        lock (_lock)
        {
            return Receipt(messageId) is not null;
        }
    }

    private string? Receipt(string messageId) => _newer.GetValueOrDefault(messageId) ?? _older.GetValueOrDefault(messageId);
}
