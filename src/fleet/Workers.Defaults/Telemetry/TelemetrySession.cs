using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Workers.Defaults.Telemetry;

/// <summary>
/// Collects the host's metrics and spans and sends them, from its start until after its drain: disposing it sends what is left.
/// </summary>
internal sealed partial class TelemetrySession(
    ServiceResource resource,
    IConfiguration configuration,
    IMeterFactory meters,
    IServiceProvider services,
    IOptions<TelemetryOptions> options,
    ILogger<TelemetrySession> logger) : IHostedService, IDisposable
{
    // What we measure, what ASP.NET Core and HttpClient measure of calls, and what .NET measures of the process.
    private static readonly string[] Meters = ["Workers.*", "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime"];
    private static readonly string[] Sources = ["Workers.*", "Microsoft.AspNetCore"];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(provided => provided.AddSingleton(configuration))
            .ConfigureResource(resource.Describe)
            .AddMeter(Meters)
            .AddView(instrument => IsOwn(instrument.Meter) ? null : MetricStreamConfiguration.Drop)
            .AddOtlpExporter()
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(provided => provided.AddSingleton(configuration))
            .ConfigureResource(resource.Describe)
            .AddSource(Sources)
            .AddProcessor(new OwnSpans([services.GetRequiredService<ActivitySource>(), .. services.GetKeyedServices<ActivitySource>(KeyedService.AnyKey)]))
            .AddOtlpExporter()
            .AddProcessor(new OwnSpans.ShownAgain())
            .Build();
        LogSending(resource.Name, new Uri(options.Value.Endpoint!).Authority, options.Value.Protocol);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // Another host of the process has another factory; what belongs to no factory is the process's.
    private bool IsOwn(Meter meter) => meter.Scope is null || meter.Scope == meters;

    [LoggerMessage(LogLevel.Information, "Metrics, traces and logs of {Service} go to {Collector} by {Protocol}")]
    private partial void LogSending(string service, string collector, string protocol);
}
