using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace Workers.Defaults.Telemetry;

/// <summary>Metrics, traces and logs over OTLP for every host, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class WorkerTelemetry
{
    /// <param name="builder">The host.</param>
    /// <param name="workerName">The deployable's name.</param>
    /// <param name="levels">The log whose levels hold for the logs that are sent, too.</param>
    public static void AddWorkerTelemetry(this WebApplicationBuilder builder, string workerName, Serilog.ILogger levels)
    {
        if (!TelemetryOptionsSetup.IsOn(builder.Configuration))
        {
            return;
        }

        var resource = new ServiceResource(workerName);
        builder.Services.AddSingleton<IConfigureOptions<TelemetryOptions>, TelemetryOptionsSetup>();
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsSetup>();
        builder.Services.AddOptions<TelemetryOptions>().ValidateOnStart();
        builder.Services.AddMetrics();
        builder.Services.AddSingleton(resource);
        builder.Services.AddHostedService<TelemetrySession>();
        builder.Services.AddTransient<IStartupFilter, RequestSpans>();
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(new SerilogLevels(levels).Include);
        builder.Logging.AddOpenTelemetry(logs =>
        {
            var described = ResourceBuilder.CreateEmpty();
            resource.Describe(described);
            logs.SetResourceBuilder(described);
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
            logs.AddProcessor(new ScopesTrace());
            logs.AddOtlpExporter();
        });
    }
}
