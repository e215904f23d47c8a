namespace LocalAws.Sqs.Queues;

/// <summary>One receive that waits.</summary>
internal sealed class Poll
{
    private readonly TimeProvider _time;

    // Asynchronous, or the sender that wakes it would run the whole receive under its own queue's lock.
    private readonly TaskCompletionSource _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Poll(TimeProvider time, DateTimeOffset until)
    {
        _time = time;
        Until = until;
        Place = new LinkedListNode<Poll>(this);
    }

    public DateTimeOffset Until { get; }

    /// <summary>Its place in the line of those that wait.</summary>
    public LinkedListNode<Poll> Place { get; }

    public void Wake() => _woken.TrySetResult();

    /// <summary>Returns when woken, when the time has come, or when cancelled; never throws.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var sleep = Until - _time.GetUtcNow();
        if (sleep <= TimeSpan.Zero)
        {
            return;
        }

        await using var timer = _time.CreateTimer(static poll => ((Poll)poll!).Wake(), this, sleep, Timeout.InfiniteTimeSpan);
        await using var stop = cancellationToken.UnsafeRegister(static poll => ((Poll)poll!).Wake(), this);
        await _woken.Task;
    }
}
