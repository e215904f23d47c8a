using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Workers.Events.Settings;
using Workers.Producer.Callers;

namespace Workers.Producer.Http;

/// <summary>Bounds what callers can make the API hold: connections, headers, bodies, the time all of it takes, and requests at once.</summary>
internal static class RequestLimits
{
    private const long LargestBody = 256 * 1024;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    // A load balancer keeps a connection for 60 seconds, and must not find it closed.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(65);

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RequestLimitOptions>()
            .BindSettings("Workers:Producer")
            .ValidateDataAnnotations();

        // The server is made with the host, before the settings are validated: what is wrong is told then, and not by a stack here.
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IConfiguration>((kestrel, configuration) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
            kestrel.Limits.KeepAliveTimeout = IdleTimeout;
            kestrel.Limits.MaxConcurrentConnections =
                Math.Max(1, configuration.ReadSettings<RequestLimitOptions>("Workers:Producer").MaxConnections);
        });
        builder.Services.AddRequestTimeouts();
        builder.Services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<RequestLimitOptions>>((timeouts, limits) =>
            timeouts.DefaultPolicy = new()
            {
                Timeout = limits.Value.RequestTimeout,
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
                WriteTimeoutResponse = LateAnswer.WriteAsync,
            });
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddSingleton<BodyBudget>();
    }

    /// <summary>A caller's rate is looked at first: it costs nothing to refuse.</summary>
    public static void UseCallerRates(this WebApplication app) =>
        app.UseRateLimiter(Options(PartitionedRateLimiter.Create<HttpContext, string>(context =>
            LimitsOf(context).RequestsPerSecond is > 0 and var most && !IsProbe(context)
                ? RateLimitPartition.GetTokenBucketLimiter(Caller.KeyOf(context), _ => new()
                {
                    TokenLimit = most,
                    TokensPerPeriod = most,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                })
                : RateLimitPartition.GetNoLimiter(""))));

    /// <summary>A place among those that are answered is taken last, when the body is there.</summary>
    public static void UsePlaces(this WebApplication app)
    {
        app.UseMiddleware<BodyArrival>();
        app.UseRateLimiter(Options(PartitionedRateLimiter.Create<HttpContext, bool>(context => IsProbe(context) || Lasts(context)
            ? RateLimitPartition.GetNoLimiter(false)
            : RateLimitPartition.GetConcurrencyLimiter(true, _ => new() { PermitLimit = LimitsOf(context).MaxConcurrentRequests }))));
        app.UseRequestTimeouts();
    }

    private static RequestLimitOptions LimitsOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<RequestLimitOptions>>().Value;

    // An orchestrator that is refused would restart what is merely busy.
    private static bool IsProbe(HttpContext context) => context.Request.Path.StartsWithSegments("/health");

    private static bool Lasts(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<TakesNoPlace>() is not null;

    private static RateLimiterOptions Options(PartitionedRateLimiter<HttpContext> limiter) => new()
    {
        GlobalLimiter = limiter,
        RejectionStatusCode = StatusCodes.Status429TooManyRequests,
        OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var stated) ? stated : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        },
    };
}
