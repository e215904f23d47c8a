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
    public Task Start(Func<Task> work) => Start(static work => work(), work);

    /// <summary>The same, for work that is started so often that a closure of its own would tell.</summary>
    public Task Start<T>(Func<T, Task> work, T argument)
    {
        lock (_lock)
        {
            _count++;
        }

        return RunAsync(work, argument);
    }

    /// <summary>Completes when nothing runs any more.</summary>
    public async Task WhenIdleAsync()
    {
        while (NextIdle() is { } idle)
        {
            await idle;
        }
    }

    private async Task RunAsync<T>(Func<T, Task> work, T argument)
    {
        await Task.Yield();
        try
        {
            await work(argument);
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

    private Task? NextIdle()
    {
        lock (_lock)
        {
            return _count == 0
                ? null
                : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private void End()
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            if (--_count == 0)
            {
                (idle, _idle) = (_idle, null);
            }
        }

        idle?.SetResult();
    }
}
