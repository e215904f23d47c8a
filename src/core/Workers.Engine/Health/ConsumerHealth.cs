using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Workers.Engine.Timing;

namespace Workers.Engine.Health;

/// <summary>
/// How one consumer does: whether it has started and is not stopping, and whether its receive loops make progress. Each loop says,
/// before it waits for something, by when it will be back; one that is in time is enough. Whether SQS answers is no part of it: an outage
/// must not restart the fleet.
/// </summary>
internal sealed class ConsumerHealth(TimeProvider time)
{
    private readonly MonotonicClock _clock = new(time);
    private readonly ConcurrentDictionary<LoopProgress, bool> _loops = [];
    private volatile bool _isReady;

    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    /// <summary>Whether a loop is in time. True while none runs: before the start, and after the drain.</summary>
    public bool IsAlive => _loops.IsEmpty || _loops.Keys.Any(loop => _clock.Now <= loop.BackBy);

    /// <summary>A loop begins; it ends when its progress is disposed.</summary>
    public LoopProgress Begin()
    {
        var loop = new LoopProgress(_clock, ended => _loops.TryRemove(ended, out _));
        _loops[loop] = true;
        return loop;
    }
}

/// <summary>By when one loop will be back.</summary>
internal sealed class LoopProgress(MonotonicClock clock, Action<LoopProgress> end) : IDisposable
{
    private long _backBy = TimeSpan.MaxValue.Ticks;

    public TimeSpan BackBy => new(Interlocked.Read(ref _backBy));

    /// <summary>The loop makes progress, and will be back within this time.</summary>
    public void BackWithin(TimeSpan limit) => Interlocked.Exchange(ref _backBy, (clock.Now + limit).Ticks);

    public void Dispose() => end(this);
}

/// <summary>Alive means that a receive loop makes progress.</summary>
internal sealed class LivenessCheck(ConsumerHealth health) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(health.IsAlive
            ? HealthCheckResult.Healthy()
            : new(context.Registration.FailureStatus, "No receive loop has come back when it should have."));
}

/// <summary>
/// Ready means that the queue is being consumed: its host has started and is not stopping. Not to be ready is no failure, so it is
/// registered as degraded.
/// </summary>
internal sealed class ReadinessCheck(ConsumerHealth health) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(health.IsReady
            ? HealthCheckResult.Healthy()
            : new(context.Registration.FailureStatus, "The queue is not being consumed: not yet, or no more."));
}
