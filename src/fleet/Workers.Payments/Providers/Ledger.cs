namespace Workers.Payments.Providers;

/// <summary>
/// The simulated provider's book: one entry a key, in the order in which they came. It is read by the demo and by specs. It keeps the last
/// 100,000 keys, so that a worker that is left alone with it does not grow.
/// </summary>
internal sealed class Ledger(TimeProvider time)
{
    private const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LedgerEntry> _entries = [];
    private readonly Queue<string> _keys = [];

    /// <summary>Every entry, the oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _keys.Select(key => _entries[key])];
            }
        }
    }

    /// <summary>Books under a key; under one that was used before it counts a repeat and returns what was booked then.</summary>
    public LedgerEntry Book(string key, LedgerKind kind, string orderId, decimal amount)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var first))
            {
                return _entries[key] = first with { Repeats = first.Repeats + 1 };
            }

            if (_keys.Count == Capacity)
            {
                _entries.Remove(_keys.Dequeue());
            }

            _keys.Enqueue(key);
            return _entries[key] = new(key, kind, orderId, amount, time.GetUtcNow(), Repeats: 0);
        }
    }
}

/// <summary>What was booked under one key.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Kind">What it was.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="Amount">How much.</param>
/// <param name="Time">When.</param>
/// <param name="Repeats">How often the key came again.</param>
internal sealed record LedgerEntry(string Key, LedgerKind Kind, string OrderId, decimal Amount, DateTimeOffset Time, int Repeats);

/// <summary>What can be booked.</summary>
internal enum LedgerKind
{
    /// <summary>A customer was charged.</summary>
    Charge,

    /// <summary>A charge was given back.</summary>
    Refund,

    /// <summary>A charge was declined; no money moved.</summary>
    Decline,
}
