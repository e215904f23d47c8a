namespace Workers.Engine.Timing;

/// <summary>One timer for many dues: it rings at the earliest of them.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MonotonicClock _clock;
    private readonly Action _ring;
    private readonly ITimer _timer;
    private TimeSpan _setFor = TimeSpan.MaxValue;

    public Alarm(MonotonicClock clock, TimeProvider time, Action ring)
    {
        _clock = clock;
        _ring = ring;
        _timer = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Rings at this time, unless it rings sooner anyway.</summary>
    public void RingBy(TimeSpan due)
    {
        lock (_lock)
        {
            if (due >= _setFor)
            {
                return;
            }

            _setFor = due;
            var wait = due - _clock.Now;
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Ring()
    {
        lock (_lock)
        {
            _setFor = TimeSpan.MaxValue;
        }

        _ring();
    }
}
