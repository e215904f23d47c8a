using Microsoft.Extensions.Logging;
using Workers.Engine.Breaking;
using Workers.Engine.Queues;
using Workers.Engine.Timing;

namespace Workers.Engine.Receiving;

/// <summary>
/// The receive loops: one while the queue is idle, one more after each full receive while there is room, back to one on an
/// empty receive. The last loop ends only when it is told to, whatever SQS says.
/// </summary>
internal sealed partial class Receiver(
    IMessageQueue queue,
    InFlight inFlight,
    ReceiveBreaker breaker,
    RunningTasks polls,
    Func<IReadOnlyList<ReceivedMessage>, Turns> accept,
    ConsumerContext context)
    : IDisposable
{
    /// <summary>What a response may take beyond the poll's own wait; then the poll is given up.</summary>
    private static readonly TimeSpan ResponseLimit = TimeSpan.FromSeconds(30);

    /// <summary>What a loop may take beyond what it waits for before it is held to be dead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = context.Logger;
    private readonly QueueConsumerOptions _options = context.Options;
    private readonly Backoff _errors = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30), context.Jitter);
    private readonly Backoff _throttles = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), context.Jitter);
    private readonly CancellationTokenSource _abandon = new();
    private int _loops;

    /// <summary>Receives until told to stop; a poll that is open then is left to return what SQS may be handing out.</summary>
    /// <param name="stopReceiving">No receive is begun after it.</param>
    public void Start(CancellationToken stopReceiving)
    {
        if (Interlocked.Increment(ref _loops) > _options.MaxReceiveLoops)
        {
            Interlocked.Decrement(ref _loops);
            return;
        }

        _ = polls.Start(() => ReceiveNextAsync(stopReceiving));
    }

    /// <summary>Cancels polls that are open still. What SQS is handing out at this moment stays invisible for its timeout.</summary>
    public void Abandon() => _abandon.Cancel();

    public void Dispose() => _abandon.Dispose();

    /// <summary>Receives until messages come, which <see cref="Begin"/> begins, and has the loop go on.</summary>
    private async Task ReceiveNextAsync(CancellationToken stopReceiving)
    {
        var failures = 0;
        while (await ReserveAsync(stopReceiving) is > 0 and var room)
        {
            IReadOnlyList<ReceivedMessage> messages;
            try
            {
                // Never at once: whoever goes on from here has something else to do when the poll is open.
                messages = await PollAsync(room)
                    .ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
            catch (QueueCallException failure)
            {
                inFlight.Received(room, 0);
                await PauseAsync(failure, ++failures, stopReceiving);
                continue;
            }

            inFlight.Received(room, messages.Count);
            failures = 0;
            if (messages.Count > 0)
            {
                Begin(messages, stopReceiving);
                return;
            }

            if (EndsAsOneOfMany())
            {
                return;
            }
        }
    }

    /// <summary>Begins messages on the thread that received them, whose caches hold them, while the loop goes on on another.</summary>
    private void Begin(IReadOnlyList<ReceivedMessage> messages, CancellationToken stopReceiving)
    {
        var turns = accept(messages);
        if (messages.Count == IMessageQueue.BatchSize && inFlight.HasRoom)
        {
            Start(stopReceiving);
        }

        _ = polls.Start(() => GoOn(turns, stopReceiving));
        turns.Take();
    }

    /// <summary>
    /// Goes on receiving, and then, when a poll is open or has to wait, helps with the messages before: none of them waits for another's
    /// handler.
    /// </summary>
    private Task GoOn(Turns turns, CancellationToken stopReceiving)
    {
        polls.StartHere(ReceiveNextAsync, stopReceiving);
        turns.Help();
        return Task.CompletedTask;
    }

    private async Task<int> ReserveAsync(CancellationToken stopReceiving)
    {
        if (stopReceiving.IsCancellationRequested)
        {
            return 0;
        }

        // Handlers may rightly fill all room for this long.
        context.Health.BackWithin(_options.MaxHandlingTime + Patience);
        var room = await inFlight.ReserveAsync(stopReceiving);
        if (room == 0)
        {
            return 0;
        }

        // After the wait for room, in which the breaker may have opened; while receiving pauses nobody else needs the room.
        context.Health.BackWithin(_options.BreakerBreakDuration + Patience);
        if (await breaker.AdmitAsync(stopReceiving))
        {
            return room;
        }

        inFlight.Received(room, 0);
        return 0;
    }

    private async Task<IReadOnlyList<ReceivedMessage>> PollAsync(int room)
    {
        context.Health.BackWithin(_options.WaitTime + ResponseLimit + Patience);
        using var giveUp = new CancellationTokenSource(_options.WaitTime + ResponseLimit, context.Time);
        await using var abandoned = _abandon.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), giveUp);
        try
        {
            return await queue.ReceiveAsync(room, giveUp.Token);
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            return [];
        }
        catch (OperationCanceledException timeout)
        {
            throw new QueueCallException("ReceiveMessage", throttled: false, timeout);
        }
    }

    /// <summary>An empty receive ends a loop, unless it is the last one.</summary>
    private bool EndsAsOneOfMany()
    {
        if (Interlocked.Decrement(ref _loops) > 0)
        {
            return true;
        }

        Interlocked.Increment(ref _loops);
        return false;
    }

    private async Task PauseAsync(QueueCallException failure, int failures, CancellationToken stopReceiving)
    {
        var pause = (failure.Throttled ? _throttles : _errors).After(failures);
        if (failure.Throttled)
        {
            LogThrottled(pause);
        }
        else
        {
            LogFailed(failure, failures, pause);
        }

        await Task.Delay(pause, context.Time, stopReceiving)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [LoggerMessage(LogLevel.Warning, "SQS throttles receiving; next receive in {Pause}")]
    private partial void LogThrottled(TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "Receiving failed {Failures} times in a row; next receive in {Pause}")]
    private partial void LogFailed(Exception failure, int failures, TimeSpan pause);
}
