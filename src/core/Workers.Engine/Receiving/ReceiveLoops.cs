using Microsoft.Extensions.Logging;
using Workers.Engine.Health;
using Workers.Engine.Queues;
using Workers.Engine.Timing;

namespace Workers.Engine.Receiving;

/// <summary>
/// The receive loops: one while the queue is idle, one more after each full receive while there is room, back to one on an
/// empty receive. The last loop ends only when receiving stops, also when SQS fails.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="inFlight">The room for messages.</param>
/// <param name="breaker">Pauses receiving while handling fails broadly.</param>
/// <param name="loops">Where the loops run.</param>
/// <param name="begin">Begins the messages of a receive; must not wait for them.</param>
/// <param name="consumer">The consumer's.</param>
/// <param name="stopReceiving">No receive is begun after it; a poll that is open then is left to return what SQS may be handing out.</param>
internal sealed partial class ReceiveLoops(
    IMessageQueue queue,
    InFlight inFlight,
    ReceiveBreaker breaker,
    RunningTasks loops,
    Action<IReadOnlyList<ReceivedMessage>> begin,
    ConsumerContext consumer,
    CancellationToken stopReceiving)
    : IDisposable
{
    /// <summary>What a response may take beyond the poll's own wait; then the poll is given up.</summary>
    private static readonly TimeSpan ResponseLimit = TimeSpan.FromSeconds(30);

    /// <summary>How long a loop may exceed its expected wait before liveness fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>A pause has no limit.</summary>
    private static readonly TimeSpan WithoutEnd = TimeSpan.FromDays(10_000);

    private readonly ILogger _logger = consumer.Logger;
    private readonly QueueConsumerOptions _options = consumer.Options;
    private readonly Backoff _errors = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30), consumer.Jitter);
    private readonly Backoff _throttles = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), consumer.Jitter);
    private readonly CancellationTokenSource _abandon = new();
    private int _count;

    /// <summary>Starts one loop more, unless there are as many as may be.</summary>
    public void StartOne()
    {
        if (Interlocked.Increment(ref _count) > _options.MaxReceiveLoops)
        {
            Interlocked.Decrement(ref _count);
            return;
        }

        _ = loops.Start(RunAsync);
    }

    /// <summary>Cancels polls that are open still. What SQS is handing out at this moment stays invisible for its timeout.</summary>
    public void Abandon() => _abandon.Cancel();

    public void Dispose() => _abandon.Dispose();

    private async Task RunAsync()
    {
        using var progress = consumer.Health.Begin();
        var failures = 0;
        while (await ReserveAsync(progress) is > 0 and var room)
        {
            IReadOnlyList<ReceivedMessage> messages;
            try
            {
                messages = await PollAsync(room, progress);
            }
            catch (QueueCallException failure)
            {
                inFlight.Received(room, []);
                await PauseAsync(failure, ++failures);
                continue;
            }

            failures = 0;
            inFlight.Received(room, messages);
            begin(messages);
            if (messages.Count == IMessageQueue.BatchSize && inFlight.HasRoom)
            {
                StartOne();
            }
            else if (messages.Count == 0 && EndsAsOneOfMany())
            {
                return;
            }
        }
    }

    /// <summary>Reserves room, then waits while receiving is paused, keeping the room.</summary>
    /// <returns>How many messages may be received; 0 when no receive may be begun any more.</returns>
    private async Task<int> ReserveAsync(LoopProgress progress)
    {
        if (stopReceiving.IsCancellationRequested)
        {
            return 0;
        }

        // Handlers may rightly fill all room for this long.
        progress.BackWithin(_options.MaxHandlingTime + Patience);
        var room = await inFlight.ReserveAsync(stopReceiving);
        if (await MayReceiveAsync(progress))
        {
            return room;
        }

        inFlight.Received(room, []);
        return 0;
    }

    /// <summary>Waits for the operator and for the breaker, until both let a receive through.</summary>
    private async Task<bool> MayReceiveAsync(LoopProgress progress)
    {
        bool isAdmitted;
        do
        {
            if (consumer.Control.IsPaused)
            {
                progress.BackWithin(WithoutEnd);
                await consumer.Control.WhenResumedAsync(stopReceiving);
            }

            progress.BackWithin(_options.BreakerBreakDuration + Patience);
            isAdmitted = await breaker.AdmitAsync(stopReceiving);
        }
        while (isAdmitted && consumer.Control.IsPaused);   // paused while the breaker held it

        return isAdmitted;
    }

    private async Task<IReadOnlyList<ReceivedMessage>> PollAsync(int room, LoopProgress progress)
    {
        progress.BackWithin(_options.WaitTime + ResponseLimit + Patience);
        using var limit = new CancellationTokenSource(_options.WaitTime + ResponseLimit, consumer.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _abandon.Token);
        try
        {
            return await queue.ReceiveAsync(room, either.Token);
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
        if (Interlocked.Decrement(ref _count) > 0)
        {
            return true;
        }

        Interlocked.Increment(ref _count);
        return false;
    }

    private async Task PauseAsync(QueueCallException failure, int failures)
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

        await Task.Delay(pause, consumer.Time, stopReceiving)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [LoggerMessage(LogLevel.Warning, "SQS throttles receiving; next receive in {Pause}")]
    private partial void LogThrottled(TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "Receiving failed {Failures} times in a row; next receive in {Pause}")]
    private partial void LogFailed(Exception failure, int failures, TimeSpan pause);
}
