namespace Workers.Engine;

/// <summary>
/// Pauses, resumes and limits the receiving of one queue while the host runs; a keyed singleton under the consumer's name. Messages in
/// flight go on, and what polls that are open still bring (<see cref="QueueConsumerOptions.WaitTime"/> at most) is handled. A paused
/// consumer is alive and ready, and drains as any other. What is said here ends with the process.
/// </summary>
public sealed class QueueControl
{
    private TaskCompletionSource? _resumed;
    private int _limit = int.MaxValue;

    internal QueueControl()
    {
    }

    private event Action? Limited;

    /// <summary>Whether no receive is begun.</summary>
    public bool IsPaused => Volatile.Read(ref _resumed) is not null;

    /// <summary>How many messages may be handled at once, where that is less than the option says; null where the option stands alone.</summary>
    public int? Limit => Volatile.Read(ref _limit) is var limit and < int.MaxValue ? limit : null;

    /// <summary>Begins no receive any more until <see cref="Resume"/>. Pausing twice is pausing once.</summary>
    public void Pause() =>
        Interlocked.CompareExchange(ref _resumed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), null);

    /// <summary>Lets receiving go on. Nothing happens where it is not paused.</summary>
    public void Resume() => Interlocked.Exchange(ref _resumed, null)?.TrySetResult();

    /// <summary>
    /// Lets fewer messages be handled at once than <see cref="QueueConsumerOptions.MaxInFlight"/> says, which stays the most: memory is
    /// sized by it. Messages that are here go on.
    /// </summary>
    /// <param name="messages">From 1; null takes the limit away.</param>
    public void LimitTo(int? messages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messages ?? 1, 1, nameof(messages));
        if (Interlocked.Exchange(ref _limit, messages ?? int.MaxValue) != (messages ?? int.MaxValue))
        {
            Limited?.Invoke();
        }
    }

    /// <summary>Tells the limit now, and again whenever it changes.</summary>
    /// <param name="most">What the option says.</param>
    /// <param name="tell">Told how many messages may be handled at once.</param>
    internal void OnLimit(int most, Action<int> tell)
    {
        Limited += Tell;
        Tell();

        void Tell() => tell(Math.Min(most, Volatile.Read(ref _limit)));
    }

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
