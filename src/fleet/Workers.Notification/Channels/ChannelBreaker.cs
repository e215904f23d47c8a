using Polly;
using Polly.CircuitBreaker;

namespace Workers.Notification.Channels;

/// <summary>
/// Lets a channel rest after half of at least ten deliveries within half a minute have failed. After the rest one delivery at a time tries
/// it, and a yes ends the rest. What was refused because of itself counts neither way.
/// </summary>
internal sealed class ChannelBreaker
{
    private readonly Lock _lock = new();
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline<bool> _failures;
    private readonly TimeSpan _rest;
    private readonly TimeProvider _time;
    private long _restingSince;
    private bool _isTried;
    private bool _mayTry;

    public ChannelBreaker(TimeSpan rest, TimeProvider time)
    {
        (_rest, _time) = (rest, time);
        _failures = new ResiliencePipelineBuilder<bool> { TimeProvider = time }
            .AddCircuitBreaker(new()
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = rest,
                ShouldHandle = delivered => ValueTask.FromResult(delivered.Outcome.Result),
                StateProvider = _state,
            })
            .Build();
    }

    private bool IsOpen => _state.CircuitState != CircuitState.Closed;

    /// <summary>Asks to deliver. Whoever is let in after the rest is alone for as long again, unless it says earlier how it went.</summary>
    /// <returns>How long the channel still rests; null where a delivery may begin.</returns>
    public TimeSpan? Rest()
    {
        lock (_lock)
        {
            if (!IsOpen)
            {
                return null;
            }

            var left = _rest - _time.GetElapsedTime(_restingSince);
            if (left > TimeSpan.Zero && !_mayTry)
            {
                return left;
            }

            (_restingSince, _mayTry, _isTried) = (_time.GetTimestamp(), false, true);
            return null;
        }
    }

    /// <summary>A delivery ended with a yes, or failed. What ends during the rest, having begun before it, is ignored.</summary>
    /// <returns>Whether the channel rests because of it.</returns>
    public bool Delivered(bool failed)
    {
        lock (_lock)
        {
            try
            {
                _failures.Execute(static failed => failed, failed);
            }
            catch (BrokenCircuitException)
            {
                return false;
            }

            (_restingSince, _isTried) = (_time.GetTimestamp(), false);
            return IsOpen;
        }
    }

    /// <summary>A delivery ended that says nothing of the channel: where it was the one that tried, another may try at once.</summary>
    public void SaidNothing()
    {
        lock (_lock)
        {
            (_mayTry, _isTried) = (_isTried, false);
        }
    }
}
