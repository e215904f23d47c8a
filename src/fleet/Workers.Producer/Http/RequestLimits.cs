using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Workers.Events.Settings;

namespace Workers.Producer.Http;

/// <summary>Bounds what callers can make the API hold: bodies, headers, the time they take to send them, and requests at once.</summary>
internal static class RequestLimits
{
    private const long LargestBody = 256 * 1024;
    private const string RetryAfterSeconds = "1";
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;   // a slow body is ended by Kestrel's least data rate
        });
        builder.Services.AddOptions<RequestLimitOptions>()
            .BindSettings("Workers:Producer")
            .ValidateDataAnnotations();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(context => Of(context));
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                rejected.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
                return ValueTask.CompletedTask;
            };
        });
    }

    // An orchestrator that is refused would restart what is merely busy.
    private static RateLimitPartition<bool> Of(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health")
            ? RateLimitPartition.GetNoLimiter(false)
            : RateLimitPartition.GetConcurrencyLimiter(true, _ => new()
            {
                PermitLimit = context.RequestServices.GetRequiredService<IOptions<RequestLimitOptions>>().Value.MaxConcurrentRequests,
            });
}
