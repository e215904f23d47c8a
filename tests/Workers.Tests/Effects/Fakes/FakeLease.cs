using Workers.Engine.Handling;

namespace Workers.Tests.Effects.Fakes;

/// <summary>A lease that a spec extends.</summary>
internal sealed class FakeLease : IMessageLease
{
    private readonly List<Func<DateTimeOffset, CancellationToken, Task>> _callbacks = [];

    public DateTimeOffset Until { get; set; } = FakeTime.Start + TimeSpan.FromSeconds(30);

    public int Listeners => _callbacks.Count;

    public IDisposable OnExtended(Func<DateTimeOffset, CancellationToken, Task> callback)
    {
        _callbacks.Add(callback);
        return new Subscription(() => _callbacks.Remove(callback));
    }

    public async Task ExtendAsync(DateTimeOffset until)
    {
        Until = until;
        foreach (var callback in _callbacks.ToList())
        {
            await callback(until, TestContext.Current.CancellationToken);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
