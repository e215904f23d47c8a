namespace LocalAws.StepFunctions.Executions;

/// <summary>Waits for an instant. It is never missed, even when a fake clock passes it before the timer is set.</summary>
internal static class Alarm
{
    // Timers take no more than about 49 days.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(30);

    private const int MostAttempts = 10;

    /// <summary>Returns once it is that time or later.</summary>
    public static async Task WaitUntilAsync(this TimeProvider time, DateTimeOffset due, CancellationToken cancellationToken)
    {
        while (due > time.GetUtcNow())
        {
            var rung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var timer = time.CreateTimer(_ => rung.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            await using var canceled = cancellationToken.Register(() => rung.TrySetCanceled(cancellationToken));
            if (IsSet(timer, time, due))
            {
                await rung.Task;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    // A timer takes a span from now. When the clock has moved since the span was computed, it is set again; a real clock always
    // moves a bit.
    private static bool IsSet(ITimer timer, TimeProvider time, DateTimeOffset due)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var now = time.GetUtcNow();
            if (due <= now)
            {
                return false;
            }

            var wait = due - now;
            timer.Change(wait < LongestTimer ? wait : LongestTimer, Timeout.InfiniteTimeSpan);
            if (time.GetUtcNow() == now)
            {
                break;
            }
        }

        return due > time.GetUtcNow();
    }
}
