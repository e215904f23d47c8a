using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Workers.Defaults.Health;

/// <summary>The two questions that an orchestrator asks.</summary>
public static class HealthEndpoints
{
    /// <summary>The tag of checks that decide whether the process must be restarted.</summary>
    public const string LiveTag = "live";

    /// <summary>The tag of checks that decide whether the process is at work.</summary>
    public const string ReadyTag = "ready";

    internal const string Root = "/health";
    internal const string ReadyPath = Root + "/ready";

    /// <summary>
    /// Maps <c>/health/live</c>, 200 where every check of that tag is healthy or degraded, and <c>/health/ready</c>, 200 where every
    /// check is healthy; else 503. A small JSON body names each check and its status. What is unhealthy is an Error of the log at each
    /// probe; a host that starts or drains is degraded, which is no line at all. Probes are in no metric of the API's requests.
    /// </summary>
    public static void MapWorkerHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks($"{Root}/live", ChecksTagged(LiveTag)).DisableHttpMetrics();

        var ready = ChecksTagged(ReadyTag);
        ready.ResultStatusCodes[HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable;
        endpoints.MapHealthChecks(ReadyPath, ready).DisableHttpMetrics();
    }

    private static HealthCheckOptions ChecksTagged(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = HealthResponse.WriteAsync,
    };
}
