namespace Workers.Partners;

/// <summary>
/// A simulated partner's book: one entry a key, in the order in which they came. It is read by the demo and by specs. It keeps the last
/// 100,000 keys, so that a worker that is left alone with it does not grow.
/// </summary>
internal sealed class KeyedLedger<TEntry>
    where TEntry : IKeyedEntry<TEntry>
{
    private const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TEntry> _entries = [];
    private readonly Queue<string> _keys = [];

    /// <summary>Every entry, the oldest first.</summary>
    public IReadOnlyList<TEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _keys.Select(key => _entries[key])];
            }
        }
    }

    /// <summary>Books an entry; under a key that was used before it counts a repeat and returns what was booked then.</summary>
    public TEntry Book(TEntry entry)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(entry.Key, out var first))
            {
                return _entries[entry.Key] = first.Repeated();
            }

            if (_keys.Count == Capacity)
            {
                _entries.Remove(_keys.Dequeue());
            }

            _keys.Enqueue(entry.Key);
            return _entries[entry.Key] = entry;
        }
    }
}

/// <summary>What can be booked under a key.</summary>
internal interface IKeyedEntry<TEntry>
{
    /// <summary>The idempotency key.</summary>
    string Key { get; }

    /// <summary>The entry after its key came once more.</summary>
    TEntry Repeated();
}
