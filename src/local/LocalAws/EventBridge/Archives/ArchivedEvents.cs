namespace LocalAws.EventBridge.Archives;

/// <summary>What an archive holds, oldest first. Any thread may add and read.</summary>
internal sealed class ArchivedEvents
{
    private readonly Lock _lock = new();
    private readonly Queue<ArchivedEvent> _events = new();
    private long _bytes;

    public void Add(ArchivedEvent archived)
    {
        lock (_lock)
        {
            _events.Enqueue(archived);
            _bytes += archived.Utf8.Length;
        }
    }

    /// <summary>Drops what was accepted before a time.</summary>
    public void DropBefore(DateTimeOffset time)
    {
        lock (_lock)
        {
            while (_events.TryPeek(out var oldest) && oldest.At < time)
            {
                _bytes -= _events.Dequeue().Utf8.Length;
            }
        }
    }

    public (long Count, long Bytes) Measure()
    {
        lock (_lock)
        {
            return (_events.Count, _bytes);
        }
    }

    public IReadOnlyList<ArchivedEvent> Read()
    {
        lock (_lock)
        {
            return [.. _events];
        }
    }
}

/// <summary>An event in an archive.</summary>
/// <param name="At">When the bus accepted it.</param>
/// <param name="Utf8">Its envelope as JSON.</param>
internal readonly record struct ArchivedEvent(DateTimeOffset At, byte[] Utf8);
