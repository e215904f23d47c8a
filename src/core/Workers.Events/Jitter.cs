namespace Workers.Events;

/// <summary>Spreads what would otherwise happen to many at once. Safe for any number of threads, which its source is not.</summary>
/// <param name="random">The source, injected so that a spec can repeat it.</param>
public sealed class Jitter(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>A duration drawn evenly from zero to <paramref name="longest"/> ("full jitter").</summary>
    public TimeSpan UpTo(TimeSpan longest)
    {
        lock (_lock)
        {
            return longest * random.NextDouble();
        }
    }
}
