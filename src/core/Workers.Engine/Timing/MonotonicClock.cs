namespace Workers.Engine.Timing;

/// <summary>Time since some beginning. It never jumps, whatever becomes of the wall clock: deadlines are counted in it.</summary>
internal sealed class MonotonicClock(TimeProvider time)
{
    private readonly long _beginning = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(_beginning);
}
