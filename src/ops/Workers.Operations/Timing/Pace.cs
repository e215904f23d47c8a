namespace Workers.Operations.Timing;

/// <summary>Spreads steps evenly over time.</summary>
/// <param name="perSecond">How many steps a second takes.</param>
/// <param name="time">The clock.</param>
internal sealed class Pace(int perSecond, TimeProvider time)
{
    private readonly long _begun = time.GetTimestamp();
    private long _steps;

    /// <summary>Returns when <paramref name="steps"/> more may be said to have taken their time.</summary>
    public async Task AfterAsync(int steps, CancellationToken cancellationToken)
    {
        _steps += steps;
        var ahead = TimeSpan.FromSeconds((double)_steps / perSecond) - time.GetElapsedTime(_begun);
        if (ahead > TimeSpan.Zero)
        {
            await Task.Delay(ahead, time, cancellationToken);
        }
    }
}
