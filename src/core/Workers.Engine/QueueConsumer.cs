using Workers.Engine.Handling;
using Workers.Engine.Hosting;
using Workers.Engine.Leasing;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Settling;
using Workers.Engine.Timing;
using Workers.Events.Reading;

namespace Workers.Engine;

/// <summary>
/// One queue being consumed. Receive loops bring messages in, the pipeline says what becomes of each, settle loops end them, and the
/// lease loop keeps them ours meanwhile.
/// </summary>
internal sealed class QueueConsumer : IDisposable
{
    /// <summary>How long a drain may exceed its limit before liveness fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long handlers may take to end when they are told to.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long the calls may take that show messages again; SQS may not answer at all.</summary>
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(2);

    private readonly ConsumerContext _context;
    private readonly CancellationTokenSource _draining = new();
    private readonly IServiceProvider _services;
    private readonly RunningTasks _receiving;
    private readonly RunningTasks _keeping;
    private readonly RunningTasks _running;
    private readonly InFlight _inFlight;
    private readonly LeaseKeeper _leases;
    private readonly Settler _settler;
    private readonly ReceiveLoops _receiveLoops;
    private readonly Func<MessageContext, Task<Settlement>> _pipeline;
    private readonly MessageGroups _groups = new();
    private readonly bool _isOrdered;
    private int _notReturned;

    /// <param name="queue">The queue.</param>
    /// <param name="visibilityTimeout">How long a receive hides a message.</param>
    /// <param name="read">Makes an event of a message.</param>
    /// <param name="handlers">Who handles what.</param>
    /// <param name="steps">The consumer's own steps before the handlers.</param>
    /// <param name="onFault">Told when a part of the engine broke: it should not go on.</param>
    /// <param name="context">What the parts share.</param>
    public QueueConsumer(
        IMessageQueue queue,
        TimeSpan visibilityTimeout,
        Func<ReceivedMessage, ReceivedEvent> read,
        HandlerTable handlers,
        IReadOnlyList<MessageStep> steps,
        Action<Exception> onFault,
        ConsumerContext context)
    {
        var options = context.Options;
        var terms = new LeaseTerms(visibilityTimeout, options.LeaseMargin, options.MaxHandlingTime);
        var policy = new SettlementPolicy(options, context.Jitter);
        var breaker = new ReceiveBreaker(context);
        queue = new MeasuredQueue(queue, context.Metrics, context.Time);
        (_context, _services) = (context, handlers.Services);
        _isOrdered = QueueDetails.IsFifo(context.Queue);
        (_receiving, _keeping, _running) = (new(onFault), new(onFault), new(onFault));
        _inFlight = new InFlight(options.MaxInFlight, options.MaxInFlightBytes, options.ReceiveLinger, context.Time);
        _leases = new LeaseKeeper(queue, terms, _running, context);
        _settler = new Settler(queue, _inFlight, policy, _running, context, _draining.Token);
        _receiveLoops = new ReceiveLoops(queue, _inFlight, breaker, _receiving, Begin, context, _draining.Token);
        _pipeline = new Pipeline(read, handlers, steps, _settler.IsSettled, policy, breaker, context, _draining.Token).Compose();
        context.Control.OnLimit(options.MaxInFlight, _inFlight.LimitTo);
        context.Metrics.Observe(() => _inFlight.Handling, () => _inFlight.Settling, () => _leases.OldestAge);
    }

    /// <summary>Begins to receive.</summary>
    public void Start()
    {
        _context.Health.IsReady = true;

        // What is handled belongs to its own event's trace: nothing of whoever starts the host must flow into the loops.
        using var nothingFlows = ExecutionContext.SuppressFlow();
        _ = _keeping.Start(_leases.RunAsync);
        foreach (var loop in _settler.Loops)
        {
            _ = _keeping.Start(loop.RunAsync);
        }

        _receiveLoops.StartOne();
    }

    /// <summary>
    /// Ends consuming, after which no message of ours is invisible, and none was handled without being settled. Nothing new is begun:
    /// what open polls bring, and what was not started yet, is shown again at once.
    /// </summary>
    /// <param name="cutShort">The host waits no longer: the drain's limit has come.</param>
    /// <returns>How many messages of ours may still be invisible; 0 where all went well.</returns>
    public async Task<int> DrainAsync(CancellationToken cutShort)
    {
        _context.Health.IsReady = false;
        using var progress = _context.Health.Begin();
        progress.BackWithin(_context.Options.DrainLimit + Patience);
        _draining.Cancel();

        // Leases are extended all the while.
        await WithinAsync(_context.Options.DrainLimit, EndedAsync(), cutShort);

        _leases.InterruptAll();
        await WithinAsync(Grace, _inFlight.WhenEmptyAsync(), CancellationToken.None);
        await WithinAsync(LastCalls, GiveUpAsync(), CancellationToken.None);

        // Last, because it strands what SQS is handing out at this moment; what came in until now is shown again.
        _receiveLoops.Abandon();
        await WithinAsync(Grace, EndedAsync(), CancellationToken.None);
        await WithinAsync(Grace, StopLoopsAsync(), CancellationToken.None);
        return _leases.Count + _inFlight.Settling + _notReturned;
    }

    public void Dispose()
    {
        _receiveLoops.Dispose();
        _leases.Dispose();
        _draining.Dispose();
    }

    private void Begin(IReadOnlyList<ReceivedMessage> received)
    {
        var (begun, known) = _leases.Track(received);
        foreach (var lease in begun)
        {
            if (!_isOrdered)
            {
                _ = _running.Start(() => ProcessAsync(lease, _pipeline));
                continue;
            }

            lease.AwaitTurn();
            var turn = _groups.Enter(lease.Message.GroupId);   // here, in the order in which they came
            _ = _running.Start(() => ProcessInTurnAsync(lease, turn));
        }

        // They are here already, and need no room of their own.
        foreach (var message in known)
        {
            _inFlight.Handled();
            _inFlight.Settled(message);
        }
    }

    /// <summary>The life of a message of a FIFO queue: it waits for those of its group that came before it.</summary>
    private async Task ProcessInTurnAsync(MessageLease lease, Turn turn)
    {
        var mayFollow = false;
        try
        {
            var isItsTurn = await turn.WaitAsync();
            lease.BeginHandling();
            mayFollow = await ProcessAsync(lease, isItsTurn ? _pipeline : ReturnAtOnce);
        }
        finally
        {
            _groups.End(turn, mayFollow);
        }
    }

    private static Task<Settlement> ReturnAtOnce(MessageContext message) => Task.FromResult(SettlementPolicy.ReturnAtOnce);

    /// <summary>The life of one message here, from its lease to its settling.</summary>
    /// <returns>Whether it will not come again: it is handled and its delete is under way, or the dead-letter queue has it.</returns>
    private async Task<bool> ProcessAsync(MessageLease lease, Func<MessageContext, Task<Settlement>> pipeline)
    {
        var message = new MessageContext(lease, _services, _context.Queue, _context.Logger);
        using var logged = message.Scope is null ? null : _context.Logger.BeginScope(message.Scope);

        var settlement = await pipeline(message);
        message.Age = lease.Age;
        _inFlight.Handled();
        if (settlement == SettlementPolicy.Done)
        {
            _context.Metrics.Handled(message.SentAt);
        }

        // Before any backoff is set, or the heartbeat would overwrite it.
        if (!await _leases.StopAsync(lease))
        {
            _inFlight.Settled(message.Message);
            return false;
        }

        _context.Metrics.LeaseEnded(lease);
        await _settler.SettleAsync(message, settlement);
        return settlement switch
        {
            Settlement.Delete => true,
            Settlement.Reject when _isOrdered => await message.Copied,
            _ => false,
        };
    }

    /// <summary>Shows the messages again whose handlers do not end.</summary>
    private async Task GiveUpAsync()
    {
        var messages = _leases.GiveUpAll();
        _notReturned = messages.Count;
        _notReturned = await _settler.ReturnAsync(messages);
    }

    private async Task EndedAsync()
    {
        // Order matters: polls bring messages, and messages lead to calls.
        await _receiving.WhenIdleAsync();
        await _inFlight.WhenEmptyAsync();
        await _running.WhenIdleAsync();
    }

    private async Task StopLoopsAsync()
    {
        _leases.Dispose();
        foreach (var loop in _settler.Loops)
        {
            loop.Complete();
        }

        await _keeping.WhenIdleAsync();
    }

    private async Task WithinAsync(TimeSpan limit, Task ended, CancellationToken cutShort) =>
        await ended.WaitAsync(limit, _context.Time, cutShort)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
