using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;

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
    /// Maps <c>/health/live</c> and <c>/health/ready</c>: 200 where every check of that tag is healthy or degraded, else 503, with a
    /// small JSON body that names each check and its status.
    /// </summary>
    public static void MapWorkerHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks($"{Root}/live", ChecksTagged(LiveTag));
        endpoints.MapHealthChecks(ReadyPath, ChecksTagged(ReadyTag));
    }

    private static HealthCheckOptions ChecksTagged(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = HealthResponse.WriteAsync,
    };
}
