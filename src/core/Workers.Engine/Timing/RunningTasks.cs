namespace Workers.Engine.Timing;

/// <summary>Work that is not awaited where it starts. It is counted, so that all of it can be awaited, and its faults are told.</summary>
/// <param name="onFault">Told of work that threw: that is a fault of the engine, after which it should not go on.</param>
internal sealed class RunningTasks(Action<Exception> onFault)
{
    private TaskCompletionSource? _idle;
    private int _count;

    /// <summary>Starts work, which does not hold up the caller however long it computes.</summary>
    /// <returns>The work's end; it never throws.</returns>
    public async Task Start(Func<Task> work)
    {
        Interlocked.Increment(ref _count);
        await Task.Yield();
        await RunAsync(static work => work(), work);
    }

    /// <summary>
    /// Prepares the same work for each of several things. It counts from now on, and begins when the turns are taken: whoever gets
    /// them must take them.
    /// </summary>
    public Turns Prepare<T>(Func<T, Task> work, IReadOnlyList<T> things)
    {
        Interlocked.Add(ref _count, things.Count);
        return new Turns(things.Count, turn => _ = RunAsync(work, things[turn]));
    }

    /// <summary>Starts work on the caller's thread, which has it until the work first waits.</summary>
    public void StartHere<T>(Func<T, Task> work, T argument)
    {
        Interlocked.Increment(ref _count);
        _ = RunAsync(work, argument);
    }

    /// <summary>Completes when nothing runs any more.</summary>
    public async Task WhenIdleAsync()
    {
        while (Volatile.Read(ref _count) > 0)
        {
            var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = Interlocked.CompareExchange(ref _idle, idle, null) ?? idle;
            if (Volatile.Read(ref _count) == 0)
            {
                TellIdle();
            }

            await idle.Task;
        }
    }

    private async Task RunAsync<T>(Func<T, Task> work, T argument)
    {
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
            if (Interlocked.Decrement(ref _count) == 0)
            {
                TellIdle();
            }
        }
    }

    private void TellIdle() => Interlocked.Exchange(ref _idle, null)?.SetResult();
}
