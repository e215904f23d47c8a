namespace Workers.Engine.Timing;

/// <summary>Things that several threads may begin in turn. Each is begun once.</summary>
/// <param name="count">How many there are.</param>
/// <param name="begin">Begins the one with this index, and has the thread until it first waits for something.</param>
internal sealed class Turns(int count, Action<int> begin)
{
    private int _taken;

    /// <summary>Begins, on this thread, whatever nobody else has begun.</summary>
    public void Take()
    {
        while (Interlocked.Increment(ref _taken) is var turn && turn <= count)
        {
            begin(turn - 1);
        }
    }

    /// <summary>
    /// Takes turns beside a thread that is taking them, should that compute for long, or block. So that nothing is held up by
    /// what is begun here, still another thread is asked to help where more than one turn is left: by the queue that all threads
    /// share, since this one may soon be blocked.
    /// </summary>
    public void Help()
    {
        if (count - Volatile.Read(ref _taken) > 1)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static turns => turns.Help(), this, preferLocal: false);
        }

        Take();
    }
}
