using System.Collections.Concurrent;

namespace Workers.Testing;

/// <summary>
/// Runs asynchronous code on the calling thread, one continuation after the other, so that a spec of concurrent code has one
/// order and knows when everything waits: when nothing is left to run.
/// </summary>
internal sealed class SingleThread : SynchronizationContext
{
    private readonly ConcurrentQueue<Action> _work = [];

    public override void Post(SendOrPostCallback d, object? state) => _work.Enqueue(() => d(state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the action, and then everything that can run without time passing.</summary>
    public void Run(Action action)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (_work.TryDequeue(out var next))
            {
                next();
            }
        }
        finally
        {
            SetSynchronizationContext(previous);
        }
    }
}
