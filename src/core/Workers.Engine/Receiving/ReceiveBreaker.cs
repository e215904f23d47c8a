using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Workers.Engine.Timing;

namespace Workers.Engine.Receiving;

/// <summary>
/// Pauses receiving while handling fails broadly, so that an outage does not burn every message's receives. What is in flight
/// goes on. After the break one batch is let through; the first message that is handled then decides.
/// </summary>
internal sealed partial class ReceiveBreaker
{
    private readonly Lock _lock = new();
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ConsumerContext _context;
    private readonly ILogger _logger;
    private readonly TimeSpan _break;
    private readonly MonotonicClock _clock;
    private readonly ResiliencePipeline<bool> _failures;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _nextBatchAt;

    public ReceiveBreaker(ConsumerContext context)
    {
        var options = context.Options;
        _context = context;
        _logger = context.Logger;
        _break = options.BreakerBreakDuration;
        _clock = new MonotonicClock(context.Time);
        _failures = new ResiliencePipelineBuilder<bool> { TimeProvider = context.Time }
            .AddCircuitBreaker(new()
            {
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumThroughput,
                SamplingDuration = options.BreakerSamplingDuration,
                BreakDuration = options.BreakerBreakDuration,
                ShouldHandle = handled => ValueTask.FromResult(handled.Outcome.Result),
                StateProvider = _state,
            })
            .Build();
    }

    private bool IsOpen => _state.CircuitState != CircuitState.Closed;

    /// <summary>Waits while receiving is paused, but for one batch after each break.</summary>
    /// <returns>Whether a batch may be received; false when cancelled.</returns>
    public async Task<bool> AdmitAsync(CancellationToken cancellationToken)
    {
        using var wake = cancellationToken.Register(Wake);
        while (Hold(cancellationToken) is var (changed, pause))
        {
            using var over = _context.Time.CreateTimer(_ => Wake(), null, pause, Timeout.InfiniteTimeSpan);
            await changed;
        }

        return !cancellationToken.IsCancellationRequested;
    }

    /// <summary>A handler ended. Results of messages that were in flight when the breaker opened are ignored until the break is over.</summary>
    public void Handled(bool failed)
    {
        lock (_lock)
        {
            var wasOpen = IsOpen;
            try
            {
                _failures.Execute(static failed => failed, failed);
            }
            catch (BrokenCircuitException)
            {
                return;
            }

            if (IsOpen)
            {
                _nextBatchAt = _clock.Now + _break;
                _context.Metrics.ReceivingPaused();
                LogOpened(_break);
            }
            else if (wasOpen)
            {
                LogClosed();
                Wake();
            }
        }
    }

    /// <summary>What to wait for, and for how long at most; null when there is nothing to wait for.</summary>
    private (Task Changed, TimeSpan Pause)? Hold(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!IsOpen || cancellationToken.IsCancellationRequested)
            {
                return null;
            }

            var pause = _nextBatchAt - _clock.Now;
            if (pause > TimeSpan.Zero)
            {
                return (_changed.Task, pause);
            }

            // Should the batch be empty, or say nothing, the next one follows after as long.
            _nextBatchAt = _clock.Now + _break;
            return null;
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    [LoggerMessage(LogLevel.Error, "Handling fails broadly: receiving pauses, and one batch is tried every {Break}")]
    private partial void LogOpened(TimeSpan @break);

    [LoggerMessage(LogLevel.Information, "Handling works again: receiving goes on")]
    private partial void LogClosed();
}
