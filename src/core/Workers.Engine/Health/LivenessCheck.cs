using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Workers.Engine.Health;

/// <summary>Alive means that a receive loop makes progress.</summary>
internal sealed class LivenessCheck(ConsumerHealth health) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(health.IsAlive
            ? HealthCheckResult.Healthy()
            : new(context.Registration.FailureStatus, "No receive loop has come back when it should have."));
}
