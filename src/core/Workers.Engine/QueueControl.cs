namespace Workers.Engine;

/// <summary>
/// Pauses and resumes the receiving of one queue while the host runs; a keyed singleton under the consumer's name. Messages in flight
/// go on, and what polls that are open still bring (<see cref="QueueConsumerOptions.WaitTime"/> at most) is handled. A paused consumer
/// is alive and ready, and drains as any other. A pause ends with the process.
/// </summary>
public sealed class QueueControl
{
    private TaskCompletionSource? _resumed;

    internal QueueControl()
    {
    }

    /// <summary>Whether no receive is begun.</summary>
    public bool IsPaused => Volatile.Read(ref _resumed) is not null;

    /// <summary>Begins no receive any more until <see cref="Resume"/>. Pausing twice is pausing once.</summary>
    public void Pause() =>
        Interlocked.CompareExchange(ref _resumed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), null);

    /// <summary>Lets receiving go on. Nothing happens where it is not paused.</summary>
    public void Resume() => Interlocked.Exchange(ref _resumed, null)?.TrySetResult();

    /// <summary>Waits while receiving is paused, or until cancelled.</summary>
    internal async Task WhenResumedAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _resumed) is { } resumed && !cancellationToken.IsCancellationRequested)
        {
            using var cancelled = cancellationToken.Register(() => resumed.TrySetResult());
            await resumed.Task;
        }
    }
}
