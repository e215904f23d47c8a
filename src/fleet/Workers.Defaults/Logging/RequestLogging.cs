using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Events;
using Workers.Defaults.Health;

namespace Workers.Defaults.Logging;

/// <summary>The log of an API's requests.</summary>
public static class RequestLogging
{
    /// <summary>
    /// Writes one line a request, with its method, path, status and duration: at Information, at Error where the status is 500 or more.
    /// An orchestrator's probe that goes well is a line at Debug only. Belongs before every other middleware.
    /// </summary>
    public static void UseRequestLogging(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<ILogger>();   // this host's, not the process's
            options.GetLevel = (context, _, exception) => LevelOf(context, exception);
        });
    }

    private static LogEventLevel LevelOf(HttpContext context, Exception? exception)
    {
        if (context.Request.Path.StartsWithSegments(HealthEndpoints.Root))
        {
            return LogEventLevel.Debug;
        }

        return exception is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError
            ? LogEventLevel.Error
            : LogEventLevel.Information;
    }
}
