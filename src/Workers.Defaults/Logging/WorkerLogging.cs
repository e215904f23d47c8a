using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Workers.Defaults.Logging;

/// <summary>Serilog for every host: levels and sinks from the <c>Serilog</c> section, a console where it names no sink.</summary>
internal static class WorkerLogging
{
    /// <summary>The deployable's name, on each line.</summary>
    public const string WorkerProperty = "worker";

    private const string ReadableLine =
        "{Timestamp:HH:mm:ss.fff} {Level:u3} {worker,-12} {Message:lj}{scopes:l}{NewLine}{Exception}";

    public static void AddWorkerLogging(this WebApplicationBuilder builder, string workerName)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting", LogEventLevel.Fatal)   // its errors are logged again, as fatal
            .Enrich.WithProperty(WorkerProperty, workerName)
            .ReadFrom.Configuration(builder.Configuration);
        if (!builder.Configuration.GetSection("Serilog:WriteTo").Exists())
        {
            WriteToConsole(logger, builder.Environment);
        }

        builder.Logging.ClearProviders();
#if FULL_FEED
        builder.Services.AddSerilog(logger.CreateLogger(), dispose: true);   // also what its request logging needs
#else
        builder.Logging.AddSerilog(logger.CreateLogger(), dispose: true);
#endif
    }

    // Asynchronous: a slow console must not slow the handlers. Disposing the host writes what is left.
    private static void WriteToConsole(LoggerConfiguration logger, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            logger.Enrich.With<ScopeText>().WriteTo.Async(sinks =>
                sinks.Console(outputTemplate: ReadableLine, formatProvider: CultureInfo.InvariantCulture));
            return;
        }

        logger.WriteTo.Async(sinks => sinks.Console(new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture)));
    }
}
