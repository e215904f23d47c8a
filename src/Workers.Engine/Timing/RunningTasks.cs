using System.Diagnostics.CodeAnalysis;

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
    /// Starts the same work for each of several things, which do not hold up the caller, nor one another. They begin in turn on
    /// one thread: to hand each to another costs more than most do before they wait for something.
    /// </summary>
    public void StartEach<T>(Func<T, Task> work, IReadOnlyList<T> things)
    {
        Interlocked.Add(ref _count, things.Count);
        _ = BeginAsync(work, new Turns<T>(things));
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

    private async Task BeginAsync<T>(Func<T, Task> work, Turns<T> turns)
    {
        await Task.Yield();
        if (turns.Left > 1)
        {
            // Should one of them compute for long, or block, another thread begins with the next.
            _ = BeginAsync(work, turns);
        }

        while (turns.TryTake(out var thing))
        {
            _ = RunAsync(work, thing);
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

    /// <summary>Things that several threads take, each once.</summary>
    private sealed class Turns<T>(IReadOnlyList<T> things)
    {
        private int _taken;

        public int Left => things.Count - Volatile.Read(ref _taken);

        public bool TryTake([MaybeNullWhen(false)] out T thing)
        {
            var turn = Interlocked.Increment(ref _taken) - 1;
            thing = turn < things.Count ? things[turn] : default;
            return turn < things.Count;
        }
    }
}
