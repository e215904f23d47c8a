namespace Workers.Engine.Timing;

/// <summary>Work that is not awaited where it starts. It is counted, so that all of it can be awaited, and its faults are told.</summary>
/// <param name="onFault">Told of work that threw: that is a fault of the engine, after which it should not go on.</param>
internal sealed class RunningTasks(Action<Exception> onFault)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _idle;
    private int _count;

    /// <summary>Starts work, which does not hold up the caller however long it computes.</summary>
    /// <returns>The work's end; it never throws.</returns>
    public async Task Start(Func<Task> work)
    {
        Interlocked.Increment(ref _count);
        await Task.Yield();
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            onFault(fault);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Completes when nothing runs any more.</summary>
    public async Task WhenIdleAsync()
    {
        Task idle;
        lock (_lock)
        {
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
            TellIfIdle();
        }

        await idle;
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            lock (_lock)
            {
                TellIfIdle();
            }
        }
    }

    private void TellIfIdle()
    {
        if (Volatile.Read(ref _count) == 0)
        {
            _idle?.SetResult();
            _idle = null;
        }
    }
}
