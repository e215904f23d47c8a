using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine;
using Workers.Engine.Breaking;
using Workers.Engine.Health;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Timing;
using Workers.Events;

namespace Workers.Tests.Engine;

/// <summary>Messages begin on the thread that received them. A handler that does not let go of it holds up nobody but itself.</summary>
public sealed class WhenAHandlerBlocksItsThread : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly FakeMessageQueue _queue;
    private readonly List<Exception> _faults = [];
    private readonly RunningTasks _running;
    private readonly RunningTasks _polls;
    private readonly CountingMeters _counts = new();
    private readonly ActivitySource _tracing = new("Workers.Engine");
    private readonly Receiver _receiver;
    private CountdownEvent _others = new(0);
    private string _blocking = "";

    public WhenAHandlerBlocksItsThread()
    {
        var context = new ConsumerContext(
            "specs-queue",
            new QueueConsumerOptions { MaxReceiveLoops = 1 },
            _time,
            new Jitter(new FixedRandom(0.5)),
            new ConsumerMetrics(_counts, _time, "specs-queue"),
            _tracing,
            new ConsumerHealth(_time),
            NullLogger.Instance);
        _queue = new FakeMessageQueue(_time);
        _running = new RunningTasks(_faults.Add);
        _polls = new RunningTasks(_faults.Add);
        _receiver = new Receiver(
            _queue,
            new InFlight(100, TimeSpan.Zero, _time),
            new ReceiveBreaker(context),
            _polls,
            messages => _running.Prepare(HandleAsync, messages),
            context);
    }

    [Theory]
    [InlineData("message-1")]
    [InlineData("message-9")]
    [InlineData("message-11")]
    public async Task Messages_are_received_and_handled_meanwhile(string blocking)
    {
        const int Messages = 25;
        _blocking = blocking;
        _others = new CountdownEvent(Messages - 1);
        _queue.Holds(Enumerable.Range(1, Messages).Select(number => $"message-{number}"));
        using var stop = new CancellationTokenSource();

        _receiver.Start(stop.Token);
        Assert.True(_others.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "The others wait for it.");

        await stop.CancelAsync();
        _receiver.Abandon();
        await _polls.WhenIdleAsync();
        await _running.WhenIdleAsync();
        Assert.Empty(_faults);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task Whoever_helps_is_helped_in_turn(int blocking)
    {
        var messages = Enumerable.Range(0, 10).Select(number => $"message-{number}").ToList();
        _blocking = messages[blocking];
        _others = new CountdownEvent(messages.Count - 1);

        _running.Prepare(HandleAsync, messages).Help();

        await _running.WhenIdleAsync();
        Assert.Empty(_faults);
    }

    public void Dispose()
    {
        _others.Dispose();
        _receiver.Dispose();
        _counts.Dispose();
        _tracing.Dispose();
    }

    private Task HandleAsync(ReceivedMessage message) => HandleAsync(message.Body);

    private Task HandleAsync(string message)
    {
        if (message != _blocking)
        {
            _others.Signal();
        }
        else if (!_others.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))
        {
            throw new TimeoutException("The others wait for it.");
        }

        return Task.CompletedTask;
    }
}
