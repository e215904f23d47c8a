using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Defaults.Health;

namespace Workers.Defaults;

/// <summary>Runs a host of the fleet from its start to the end of its drain.</summary>
public static partial class WorkerApplication
{
    /// <summary>
    /// Maps the health endpoints, runs the host until it is told to stop and returns when the drain is over. The process's exit
    /// code becomes 1 where the host could not start or a background service failed. With <c>--health</c> on the command line
    /// it only asks the instance that runs already, and the exit code is the answer.
    /// </summary>
    /// <param name="app">The host.</param>
    /// <param name="map">Maps its routes, once its settings are known to be right.</param>
    public static async Task RunWorkerAsync(this WebApplication app, Action<WebApplication>? map = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var disposal = app;
        var exitCode = Environment.GetCommandLineArgs().Contains("--health")
            ? await HealthProbe.RunAsync(app.Configuration)
            : await RunUntilStoppedAsync(app, map);
        if (exitCode != 0)
        {
            Environment.ExitCode = exitCode;   // 0 would hide what a service has set
        }
    }

    internal static async Task<int> RunUntilStoppedAsync(WebApplication app, Action<WebApplication>? map = null)
    {
        app.MapWorkerHealth();
        try
        {
            // The host itself would validate after making its services, and end with the first setting that one of them reads.
            app.Services.GetService<IStartupValidator>()?.Validate();
            map?.Invoke(app);
            await app.StartAsync();
        }
        catch (Exception exception)   // unhandled, it would abort the process with another exit code and lose buffered log lines
        {
            var reasons = StartFailure.Reasons(exception, app.Configuration);
            foreach (var reason in reasons)
            {
                LogStartRefused(app.Logger, reason);
            }

            if (reasons.Count == 0)
            {
                LogStartFailed(app.Logger, exception, exception.Message);
            }

            return 1;
        }

        await app.WaitForShutdownAsync();

        // A failed background service stops the host, which then ends as if all were well.
        return app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(HasFailed) ? 1 : 0;
    }

    private static bool HasFailed(BackgroundService service) => service.ExecuteTask is { IsFaulted: true };

    [LoggerMessage(LogLevel.Critical, "The host does not start: {Reason}")]
    private static partial void LogStartRefused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The host could not start: {Reason}")]
    private static partial void LogStartFailed(ILogger logger, Exception exception, string reason);
}
