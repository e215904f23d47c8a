namespace Workers.Benchmarks.Effects;

/// <summary>What the workers' AWS clients have consumed so far.</summary>
internal sealed class Meters
{
    private readonly Lock _lock = new();
    private double _writeUnits;
    private long _entries;

    public double WriteUnits => Volatile.Read(ref _writeUnits);

    /// <summary>Entries of PutEvents.</summary>
    public long Entries => Volatile.Read(ref _entries);

    public void Wrote(double? units)
    {
        lock (_lock)
        {
            _writeUnits += units ?? 0;
        }
    }

    public void Published(int entries) => Interlocked.Add(ref _entries, entries);
}
