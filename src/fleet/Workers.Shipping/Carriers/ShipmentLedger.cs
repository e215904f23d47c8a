namespace Workers.Shipping.Carriers;

/// <summary>
/// The simulated carrier's book: one entry a key, in the order in which they came. It is read by the demo and by specs. It keeps the last
/// 100,000 keys, so that a worker that is left alone with it does not grow.
/// </summary>
internal sealed class ShipmentLedger(TimeProvider time)
{
    private const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ShipmentEntry> _entries = [];
    private readonly Queue<string> _keys = [];

    /// <summary>Every entry, the oldest first.</summary>
    public IReadOnlyList<ShipmentEntry> Entries
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
    public ShipmentEntry Book(string key, string orderId, string shipmentId, bool isRefused)
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
            return _entries[key] = new(key, orderId, shipmentId, isRefused, time.GetUtcNow(), Repeats: 0);
        }
    }
}

/// <summary>What was booked under one key.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="ShipmentId">Which shipment.</param>
/// <param name="IsRefused">Whether it was refused: then there is no shipment.</param>
/// <param name="Time">When.</param>
/// <param name="Repeats">How often the key came again.</param>
internal sealed record ShipmentEntry(string Key, string OrderId, string ShipmentId, bool IsRefused, DateTimeOffset Time, int Repeats);
