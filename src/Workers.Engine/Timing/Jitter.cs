namespace Workers.Engine.Timing;

/// <summary>Spreads what would otherwise happen to many at once. The source is injected, so that a spec can repeat it.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>A duration drawn evenly from zero to <paramref name="longest"/>.</summary>
    public TimeSpan UpTo(TimeSpan longest)
    {
        lock (_lock)
        {
            return longest * random.NextDouble();
        }
    }
}
