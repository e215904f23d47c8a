using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Workers.Defaults.Health;

namespace Workers.Defaults.Telemetry;

/// <summary>
/// Metrics, traces and logs over OTLP for every host, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; disposing the host sends what
/// is left. Several hosts of one process each send their own, under their own names.
/// </summary>
internal static class WorkerTelemetry
{
    // Our own meters and sources, of whatever project.
    private const string Ours = "Workers.*";

    private static readonly string? Version =
        typeof(WorkerTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <param name="builder">The host.</param>
    /// <param name="workerName">The deployable's name; <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> have the last word.</param>
    public static void AddWorkerTelemetry(this WebApplicationBuilder builder, string workerName)
    {
        if (!TelemetryOptionsSetup.IsOn(builder.Configuration))
        {
            return;
        }

        var services = builder.Services;
        services.AddSingleton<IConfigureOptions<TelemetryOptions>, TelemetryOptionsSetup>();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsSetup>();
        services.AddOptions<TelemetryOptions>().ValidateOnStart();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(workerName, serviceVersion: Version).AddEnvironmentVariableDetector())
            .WithMetrics(AddMetrics)
            .WithTracing(AddTraces)
            .WithLogging(logs => logs.AddProcessor(new ScopesTrace()).AddOtlpExporter(), options => options.IncludeFormattedMessage = true);
    }

    private static void AddMetrics(MeterProviderBuilder metrics)
    {
        metrics.AddMeter(Ours).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter();
        metrics.ConfigureServices(services => services.ConfigureOpenTelemetryMeterProvider((host, provider) =>
        {
            // Another host of the process has another factory; what belongs to no factory is the process's.
            var meters = host.GetRequiredService<IMeterFactory>();
            provider.AddView(instrument =>
                instrument.Meter.Scope is null || instrument.Meter.Scope == meters ? null : MetricStreamConfiguration.Drop);
        }));
    }

    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(Ours)
        .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments(HealthEndpoints.Root))
        .AddProcessor(host => new OwnSpans(
            [host.GetRequiredService<ActivitySource>(), .. host.GetKeyedServices<ActivitySource>(KeyedService.AnyKey)]))
        .AddOtlpExporter()
        .AddProcessor(new OwnSpans.ShownAgain());
}
