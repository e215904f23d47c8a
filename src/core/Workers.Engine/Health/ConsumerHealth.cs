using Microsoft.Extensions.Diagnostics.HealthChecks;
using Workers.Engine.Timing;

namespace Workers.Engine.Health;

/// <summary>
/// How one consumer does: whether it has started and is not stopping, and whether its receive loops make progress. Each loop
/// says, before it waits for something, by when it will be back. Whether SQS answers is no part of it: an outage must not
/// restart the fleet.
/// </summary>
internal sealed class ConsumerHealth(TimeProvider time)
{
    private readonly MonotonicClock _clock = new(time);
    private long _backBy = TimeSpan.MaxValue.Ticks;
    private volatile bool _isReady;

    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    public bool IsAlive => _clock.Now.Ticks <= Interlocked.Read(ref _backBy);

    /// <summary>A loop made progress, and will be back within this time.</summary>
    public void BackWithin(TimeSpan limit) => Interlocked.Exchange(ref _backBy, (_clock.Now + limit).Ticks);
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
