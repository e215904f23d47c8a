using Workers.Engine;
using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

/// <summary>On real threads: a handler that does not let go of its thread holds up nobody but itself.</summary>
public sealed class WhenAHandlerBlocksItsThread : IHandle<Happened>, IDisposable
{
    private const int Messages = 25;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeContext _context;
    private readonly FakeMessageQueue _queue;
    private readonly CountdownEvent _notBegun = new(Messages);
    private string[] _blocking = [];

    public WhenAHandlerBlocksItsThread()
    {
        var time = new FakeTime();
        _context = new FakeContext(time);
        _queue = new FakeMessageQueue(time);
    }

    [Theory]
    [InlineData("message-1")]
    [InlineData("message-9")]
    [InlineData("message-11")]
    [InlineData("message-1", "message-2")]
    [InlineData("message-1", "message-11")]
    public async Task Messages_are_received_and_handled_meanwhile(params string[] blocking)
    {
        _queue.Holds(ConsumerSpec.Bodies(Messages));
        _blocking = blocking;
        var faults = new List<Exception>();
        using var consumer = new QueueConsumer(
            _queue,
            FakeMessageQueue.VisibilityTimeout,
            message => Happened.Read(message.Body),
            new HandlerTable([HandlerRegistration.For<Happened>("Specs.Handler", _ => this)], new EmptyServices()),
            [],
            faults.Add,
            _context.With(new QueueConsumerOptions { MaxReceiveLoops = 1 }));

        consumer.Start();
        WaitForAll();

        // The clock stands still, and the host waits no longer.
        await consumer.DrainAsync(new CancellationToken(canceled: true)).WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Empty(faults);
    }

    public void Dispose()
    {
        _notBegun.Dispose();
        _context.Dispose();
    }

    /// <summary>Many threads call it at once.</summary>
    Task<Outcome> IHandle<Happened>.HandleAsync(EventMessage<Happened> message, CancellationToken cancellationToken)
    {
        _notBegun.Signal();
        if (_blocking.Contains(message.Detail.Id))
        {
            WaitForAll();
        }

        return Task.FromResult(Outcome.Done);
    }

    private void WaitForAll() =>
        Assert.True(_notBegun.Wait(Patience, TestContext.Current.CancellationToken), "The others wait for those that block.");

    private sealed class EmptyServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
