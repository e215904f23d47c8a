using Workers.Engine.Breaking;
using Workers.Engine.Draining;
using Workers.Engine.Handling;
using Workers.Engine.Leasing;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Settling;
using Workers.Engine.Timing;
using Workers.Events.Reading;

namespace Workers.Engine;

/// <summary>One queue being consumed: its parts put together.</summary>
internal sealed class QueueConsumer : IDisposable
{
    private readonly ConsumerContext _context;
    private readonly CancellationTokenSource _draining = new();
    private readonly RunningTasks _messages;
    private readonly InFlight _inFlight;
    private readonly LeaseTable _leases;
    private readonly Receiver _receiver;
    private readonly Func<MessageLease, Task> _process;
    private readonly Drain _drain;

    /// <param name="queue">The queue.</param>
    /// <param name="visibilityTimeout">How long a receive hides a message.</param>
    /// <param name="read">Makes an event of a body and a message id.</param>
    /// <param name="handlers">Who handles what.</param>
    /// <param name="onFault">Told when a part of the engine broke: it should not go on.</param>
    /// <param name="context">What the parts share.</param>
    public QueueConsumer(
        IMessageQueue queue,
        TimeSpan visibilityTimeout,
        Func<string, string, ReceivedEvent> read,
        HandlerTable handlers,
        Action<Exception> onFault,
        ConsumerContext context)
    {
        var options = context.Options;
        var terms = new LeaseTerms(visibilityTimeout, options.LeaseMargin, options.MaxHandlingTime);
        var policy = new SettlementPolicy(options, context.Jitter);
        var polls = new RunningTasks(onFault);
        var breaker = new ReceiveBreaker(context);
        queue = new MeasuredQueue(queue, context.Metrics, context.Time);
        _context = context;
        _messages = new RunningTasks(onFault);
        _inFlight = new InFlight(options.MaxInFlight, options.ReceiveLinger, context.Time);
        _leases = new LeaseTable(terms, new Heartbeat(queue, terms, _messages, context), context.Time);
        _receiver = new Receiver(queue, _inFlight, breaker, polls, Accept, context);

        var settler = new Settler(queue, _inFlight, policy, _messages, context, _draining.Token);
        var dispatcher = new Dispatcher(read, handlers, policy, breaker, context);
        context.Metrics.Observe(() => _inFlight.Handling, () => _inFlight.Settling, () => _leases.OldestAge);
        _process = new MessageProcessor(dispatcher, settler, _inFlight, context, _draining.Token).ProcessAsync;
        _drain = new Drain(_receiver, polls, _messages, _leases, settler, context);
    }

    /// <summary>Begins to receive.</summary>
    public void Start()
    {
        _context.Health.IsReady = true;

        // What is handled belongs to its own event's trace: nothing of whoever starts the host must flow into the loops.
        using var nothingFlows = ExecutionContext.SuppressFlow();
        _receiver.Start(_draining.Token);
    }

    /// <summary>Ends consuming; see <see cref="Drain"/>.</summary>
    public async Task DrainAsync(CancellationToken cutShort)
    {
        _context.Health.IsReady = false;
        _context.Health.BackWithin(_context.Options.DrainLimit + Drain.Patience);
        _draining.Cancel();
        await _drain.RunAsync(cutShort);
    }

    public void Dispose()
    {
        _receiver.Dispose();
        _leases.Dispose();
        _draining.Dispose();
    }

    private Turns Accept(IReadOnlyList<ReceivedMessage> received)
    {
        var begun = _leases.Track(received);

        // The others are here already, and need no room of their own.
        for (var known = begun.Count; known < received.Count; known++)
        {
            _inFlight.Handled();
            _inFlight.Settled();
        }

        return _messages.Prepare(_process, begun);
    }
}
