using Workers.Engine;
using Workers.Engine.Breaking;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Timing;

namespace Workers.Tests.Engine;

/// <summary>Messages begin on the thread that received them. A handler that does not let go of it holds up nobody but itself.</summary>
public sealed class WhenAHandlerBlocksItsThread : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTime _time = new();
    private readonly FakeContext _context;
    private readonly FakeMessageQueue _queue;
    private readonly List<Exception> _faults = [];
    private readonly RunningTasks _running;
    private readonly RunningTasks _polls;
    private readonly Receiver _receiver;
    private readonly CancellationTokenSource _stop = new();
    private readonly CountdownEvent _others = new(1);
    private Action<Exception> _toldOf;
    private string[] _blocking = [];

    public WhenAHandlerBlocksItsThread()
    {
        _context = new FakeContext(_time);
        var context = _context.With(new QueueConsumerOptions { MaxReceiveLoops = 1 });
        _queue = new FakeMessageQueue(_time);
        _toldOf = _faults.Add;
        _running = new RunningTasks(_faults.Add);
        _polls = new RunningTasks(fault => _toldOf(fault));
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
    [InlineData("message-1", "message-2")]
    [InlineData("message-1", "message-11")]
    public async Task Messages_are_received_and_handled_meanwhile(params string[] blocking)
    {
        _queue.Holds(ConsumerSpec.Bodies(25));
        Block(blocking, 25);

        _receiver.Start(_stop.Token);
        WaitForTheOthers();

        await _stop.CancelAsync();
        _receiver.Abandon();
        await _polls.WhenIdleAsync();
        await _running.WhenIdleAsync();
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task A_fault_of_the_loop_is_told_meanwhile()
    {
        var told = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        _toldOf = told.SetResult;
        _queue.Holds(ConsumerSpec.Bodies(10));
        _queue.ReceiveFailure = () => _queue.Receives.Count > 1 ? new InvalidOperationException("a bug") : null;
        Block(["message-1", "message-2"], 11);

        _receiver.Start(_stop.Token);
        var fault = await told.Task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal("a bug", fault.Message);
        _others.Signal();
        await _running.WhenIdleAsync();
    }

    [Theory]
    [InlineData("message-1")]
    [InlineData("message-9")]
    [InlineData("message-1", "message-2")]
    public async Task Whoever_helps_is_helped_in_turn(params string[] blocking)
    {
        Block(blocking, 10);

        _running.Prepare(HandleAsync, [.. ConsumerSpec.Bodies(10)]).Help();

        await _running.WhenIdleAsync();
        Assert.Empty(_faults);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _others.Dispose();
        _receiver.Dispose();
        _context.Dispose();
    }

    private void Block(string[] blocking, int messages)
    {
        _blocking = blocking;
        _others.Reset(messages - blocking.Length);
    }

    private Task HandleAsync(ReceivedMessage message) => HandleAsync(message.Body);

    private Task HandleAsync(string message)
    {
        if (_blocking.Contains(message))
        {
            WaitForTheOthers();
        }
        else
        {
            _others.Signal();
        }

        return Task.CompletedTask;
    }

    private void WaitForTheOthers() =>
        Assert.True(_others.Wait(Patience, TestContext.Current.CancellationToken), "The others wait for those that block.");
}
