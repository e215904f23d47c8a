using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine;
using Workers.Engine.Health;
using Workers.Engine.Leasing;
using Workers.Engine.Timing;
using Workers.Events;

namespace Workers.Tests.Engine;

/// <summary>A lease is the message's, not the handler's: the table alone watches it from the receipt on.</summary>
public sealed class WhenAHandlerHasNotBegun : IDisposable
{
    private readonly SingleThread _thread = new();
    private readonly CountingMeters _meters = new();
    private readonly ActivitySource _tracing = new("Workers.Engine");
    private readonly FakeTime _time;
    private readonly FakeMessageQueue _queue;
    private readonly LeaseTable _leases;

    public WhenAHandlerHasNotBegun()
    {
        _time = new FakeTime { AfterTimer = () => _thread.Run(() => { }) };
        _queue = new FakeMessageQueue(_time).Holds("a");
        var terms = new LeaseTerms(FakeMessageQueue.VisibilityTimeout, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10));
        var context = new ConsumerContext(
            "specs-queue",
            new QueueConsumerOptions(),
            _time,
            new Jitter(new FixedRandom(0.5)),
            new ConsumerMetrics(_meters, _time, "specs-queue"),
            _tracing,
            new ConsumerHealth(_time),
            NullLogger.Instance);
        _leases = new LeaseTable(terms, new Heartbeat(_queue, terms, new RunningTasks(_ => { }), context), _time);
    }

    [Fact]
    public async Task The_lease_is_extended_all_the_same()
    {
        var received = await _queue.ReceiveAsync(10, TestContext.Current.CancellationToken);
        _thread.Run(() => _leases.Track(received));

        _thread.Run(() => _time.Advance(TimeSpan.FromSeconds(60)));

        Assert.Equal(3, _queue.Extensions.Count());
        Assert.Equal(["a"], _queue.Invisible);
    }

    public void Dispose()
    {
        _leases.Dispose();
        _meters.Dispose();
        _tracing.Dispose();
    }
}
