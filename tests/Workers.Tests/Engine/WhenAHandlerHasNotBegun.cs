using Workers.Engine;
using Workers.Engine.Leasing;
using Workers.Engine.Timing;

namespace Workers.Tests.Engine;

/// <summary>A lease is the message's, not the handler's: its keeper watches it from the receipt on.</summary>
public sealed class WhenAHandlerHasNotBegun : IDisposable
{
    private readonly SingleThread _thread = new();
    private readonly FakeTime _time;
    private readonly FakeContext _context;
    private readonly FakeMessageQueue _queue;
    private readonly LeaseKeeper _leases;

    public WhenAHandlerHasNotBegun()
    {
        _time = new FakeTime { AfterTimer = () => _thread.Run(() => { }) };
        _context = new FakeContext(_time);
        _queue = new FakeMessageQueue(_time).Holds("a");
        var terms = new LeaseTerms(FakeMessageQueue.VisibilityTimeout, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10));
        var context = _context.With(new QueueConsumerOptions());
        _leases = new LeaseKeeper(_queue, terms, new RunningTasks(_ => { }), context);
        _thread.Run(() => _ = _leases.RunAsync());
    }

    [Fact]
    public async Task The_lease_is_extended_all_the_same()
    {
        var received = await _queue.ReceiveAsync(10, TestContext.Current.CancellationToken);
        _thread.Run(() => _leases.Track(received));

        _thread.Run(() => _time.Advance(TimeSpan.FromSeconds(59)));

        Assert.Equal(3, _queue.Extensions.Count());
        Assert.Equal(["a"], _queue.Invisible);
    }

    public void Dispose()
    {
        _leases.Dispose();
        _context.Dispose();
    }
}
