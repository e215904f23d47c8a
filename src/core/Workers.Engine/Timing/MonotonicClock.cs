namespace Workers.Engine.Timing;

/// <summary>Time since the clock was made. Changes of the wall clock do not affect it. Deadlines use it.</summary>
internal sealed class MonotonicClock(TimeProvider time)
{
    private readonly long _beginning = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(_beginning);
}
