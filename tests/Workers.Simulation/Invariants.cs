namespace Workers.Simulation;

/// <summary>What must hold at every step. The first thing that does not is remembered: it may be seen where the engine would swallow an exception.</summary>
internal sealed class Invariants(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>What was broken first, and when; null while all hold.</summary>
    public string? Broken { get; private set; }

    public void Check(bool holds, string what)
    {
        if (!holds)
        {
            Broken ??= $"at {time.GetElapsedTime(_start).TotalSeconds:0.000} s: {what}";
        }
    }
}
