namespace LocalAws.StepFunctions.Executions;

/// <summary>Waits for an instant. It is never missed, even when a fake clock passes it before the timer is set.</summary>
internal static class Alarm
{
    // Timers take no more than about 49 days.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(30);

    /// <summary>Returns once it is that time or later.</summary>
    public static async Task WaitUntilAsync(this TimeProvider time, DateTimeOffset due, CancellationToken cancellationToken)
    {
        while (due > time.GetUtcNow())
        {
            var rung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var timer = time.CreateTimer(_ => rung.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            await using var canceled = cancellationToken.Register(() => rung.TrySetCanceled(cancellationToken));
            var wait = due - time.GetUtcNow();
            timer.Change(wait < LongestTimer ? Max(wait, TimeSpan.Zero) : LongestTimer, Timeout.InfiniteTimeSpan);
            if (due > time.GetUtcNow())
            {
                await rung.Task;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
