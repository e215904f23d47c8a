namespace LocalAws.Data;

/// <summary>Several locks that one thread holds until this is disposed of.</summary>
internal sealed class HeldLocks : IDisposable
{
    private readonly Stack<Lock> _locks = new();

    /// <param name="locks">The locks in the order in which they are entered; a sequence may go on with what the first one guards.</param>
    public HeldLocks(IEnumerable<Lock> locks)
    {
        foreach (var one in locks)
        {
            one.Enter();
            _locks.Push(one);
        }
    }

    public void Dispose()
    {
        while (_locks.TryPop(out var one))
        {
            one.Exit();
        }
    }
}
