using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Serilog;

namespace Workers.Defaults.Logging;

/// <summary>Serilog for every host: levels and sinks from the <c>Serilog</c> section, a console where it names no sink.</summary>
internal static class WorkerLogging
{
    /// <summary>The deployable's name, on each line.</summary>
    public const string WorkerProperty = "worker";

    private const string Sinks = "Serilog:WriteTo";
    private const string ReadableLine =
        "{Timestamp:HH:mm:ss.fff} {Level:u3} {worker,-12} {Message:lj}{scopes:l}{NewLine}{Exception}";

    public static void AddWorkerLogging(this WebApplicationBuilder builder, string workerName)
    {
        var problems = new LoggingProblems();
        builder.Services.AddSingleton<IValidateOptions<HostSettings>>(problems);
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(
            (_, logger) => Configure(logger, builder, workerName, problems),
            preserveStaticLogger: true,    // the process may hold other hosts
            writeToProviders: true);       // OpenTelemetry's, where it is switched on
    }

    private static void Configure(LoggerConfiguration logger, WebApplicationBuilder builder, string workerName, LoggingProblems problems)
    {
        // Beneath every source of the host's own: levels that hold for all hosts.
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddConfiguration(builder.Configuration)
            .Build();
        logger
            .Enrich.WithProperty(WorkerProperty, workerName)
            .Enrich.With<TraceIds>();
        problems.Note(() => logger.ReadFrom.Configuration(settings));
        var sinks = builder.Configuration.GetSection(Sinks);
        if (sinks.Value is { Length: > 0 } sink)
        {
            problems.Add($"{Sinks} ({sink}) is a list: write {Sinks}:0:Name.");
        }

        if (problems.Any || !sinks.GetChildren().Any())   // where else could problems be told?
        {
            WriteToConsole(logger, builder.Environment);
        }
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

        logger.WriteTo.Async(sinks => sinks.Console(new JsonLines()));
    }
}
