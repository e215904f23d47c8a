using Workers.Engine.Timing;

namespace Workers.Engine.Health;

/// <summary>
/// How one consumer does: whether it has started and is not stopping, and whether its receive loops make progress. Each loop
/// says, before it waits for something, by when it will be back. Whether SQS answers is no part of it: an outage must not
/// restart the fleet.
/// </summary>
internal sealed class ConsumerHealth(TimeProvider time)
{
    private readonly MonotonicClock _clock = new(time);
    private long _backBy = TimeSpan.MaxValue.Ticks;
    private volatile bool _isReady;

    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    public bool IsAlive => _clock.Now.Ticks <= Interlocked.Read(ref _backBy);

    /// <summary>A loop made progress, and will be back within this time.</summary>
    public void BackWithin(TimeSpan limit) => Interlocked.Exchange(ref _backBy, (_clock.Now + limit).Ticks);
}
