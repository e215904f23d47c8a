using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Workers.Engine.Health;

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
