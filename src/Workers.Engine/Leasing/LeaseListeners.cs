namespace Workers.Engine.Leasing;

/// <summary>Those who want to live as long as a lease.</summary>
internal sealed class LeaseListeners
{
    private readonly Lock _lock = new();
    private List<Func<DateTimeOffset, CancellationToken, Task>> _callbacks = [];

    public IDisposable Add(Func<DateTimeOffset, CancellationToken, Task> callback)
    {
        lock (_lock)
        {
            _callbacks = [.. _callbacks, callback];
        }

        return new Subscription(this, callback);
    }

    /// <summary>Calls back one after the other.</summary>
    public async Task TellAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        foreach (var callback in _callbacks)
        {
            await callback(until, cancellationToken);
        }
    }

    private sealed class Subscription(LeaseListeners listeners, Func<DateTimeOffset, CancellationToken, Task> callback) : IDisposable
    {
        public void Dispose()
        {
            lock (listeners._lock)
            {
                listeners._callbacks = [.. listeners._callbacks.Where(other => other != callback)];
            }
        }
    }
}
