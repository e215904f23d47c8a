using Amazon.EventBridge;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;

namespace Workers.Producer.Http;

/// <summary>Ready means that the bus exists: an event put on one that does not is lost without an error.</summary>
internal sealed class BusHealthCheck(IAmazonEventBridge eventBridge, IOptions<ResourceNaming> naming) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var bus = naming.Value.NameOf(Topology.Bus);
        try
        {
            await eventBridge.DescribeEventBusAsync(new() { Name = bus }, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is { } failure)
        {
            return HealthCheckResult.Unhealthy(
                $"The event bus {bus} cannot be described: {exception.GetType().Name} ({failure}).", exception);
        }
    }
}
