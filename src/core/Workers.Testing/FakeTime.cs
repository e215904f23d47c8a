namespace Workers.Testing;

/// <summary>A clock that stands still until a spec advances it; advancing fires the timers that come due, one by one and in order.</summary>
public sealed class FakeTime : TimeProvider
{
    /// <summary>When every test begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly SortedSet<FakeTimer> _timers = [];
    private TimeSpan _elapsed;
    private TimeSpan _wallClockError;
    private long _lastTimer;

    /// <summary>Runs after each timer, so that what it woke acts at that moment and not later.</summary>
    public Action? AfterTimer { get; set; }

    /// <summary>How far the clock was advanced; timers and timestamps count in it.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _elapsed;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + Elapsed + _wallClockError;

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, Interlocked.Increment(ref _lastTimer), () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets this much time pass.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(Elapsed + by);

    /// <summary>Sets the wall clock forward or back, as an administrator or a time server does; timers and timestamps do not notice.</summary>
    public void JumpWallClock(TimeSpan by) => _wallClockError += by;

    /// <summary>Lets time pass until the next timer is due; not at all where there is none.</summary>
    internal void AdvanceToNextTimer()
    {
        if (NextDue() is { } due)
        {
            AdvanceTo(due);
        }
    }

    private void AdvanceTo(TimeSpan target)
    {
        while (TakeDue(target) is { } timer)
        {
            timer.Callback();
            AfterTimer?.Invoke();
        }

        lock (_lock)
        {
            _elapsed = target;
        }
    }

    private TimeSpan? NextDue()
    {
        lock (_lock)
        {
            return _timers.Min?.Due;
        }
    }

    private FakeTimer? TakeDue(TimeSpan target)
    {
        lock (_lock)
        {
            if (_timers.Min is not { } timer || timer.Due > target)
            {
                return null;
            }

            _timers.Remove(timer);
            _elapsed = timer.Due > _elapsed ? timer.Due : _elapsed;
            if (timer.Period > TimeSpan.Zero)
            {
                timer.Due += timer.Period;
                _timers.Add(timer);
            }

            return timer;
        }
    }

    private sealed class FakeTimer(FakeTime time, long number, Action callback) : ITimer, IComparable<FakeTimer>
    {
        private readonly long _number = number;

        public Action Callback { get; } = callback;

        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; private set; }

        public int CompareTo(FakeTimer? other) => (Due, _number).CompareTo((other!.Due, other._number));

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                Period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time._elapsed + dueTime;
                    time._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
