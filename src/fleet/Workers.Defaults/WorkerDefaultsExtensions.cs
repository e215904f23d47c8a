using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Defaults.Aws;
using Workers.Defaults.Health;
using Workers.Defaults.Logging;
using Workers.Defaults.Telemetry;
using Workers.Events;
using Workers.Events.Settings;

namespace Workers.Defaults;

/// <summary>What every host of the fleet shares.</summary>
public static class WorkerDefaultsExtensions
{
    private const string DefaultUrl = "http://localhost:8080";
    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>
    /// Adds logging, telemetry over OTLP where it is switched on, AWS clients, the clock, the name prefix and health checks. Listens on port 8080 of this machine alone unless the
    /// configuration names an address, as container images do, and gives a stopping host <c>Workers:ShutdownTimeout</c> (45 seconds) to drain.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="workerName">The deployable's name, for example <c>inventory</c>; on each log line.</param>
    /// <param name="fleetSections">
    /// The sections under <c>Workers:</c> that belong to other hosts as well, which may share one environment. A key there is no error where
    /// this host does not know its section.
    /// </param>
    public static WebApplicationBuilder AddWorkerDefaults(
        this WebApplicationBuilder builder, string workerName, IReadOnlyCollection<string>? fleetSections = null)
    {
        builder.AddWorkerLogging(workerName);
        builder.AddWorkerTelemetry(workerName);
        builder.Services.AddAwsClients();
        builder.Services.AddResourceNaming();
        builder.Services.AddOptions<HostSettings>().BindSettings(HostSettings.Section).ValidateDataAnnotations();
        builder.Services.AddSingleton<IValidateOptions<HostSettings>>(services => new UnknownSettings(
            services.GetServices<SettingsSection>(), fleetSections ?? [], services.GetRequiredService<IConfiguration>()));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck<HostReadiness>("host", HealthStatus.Degraded, [HealthEndpoints.ReadyTag]);
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = builder.Configuration.ReadSettings<HostSettings>(HostSettings.Section).ShutdownTimeout;
            options.ServicesStopConcurrently = true;
        });
        if (!AddressKeys.Any(key => builder.Configuration.GetSection(key).Exists()))
        {
            builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, DefaultUrl);
        }

        return builder;
    }

    /// <summary>Binds <see cref="ResourceNaming"/> from the <c>Workers</c> section; a prefix that AWS would refuse fails at start-up.</summary>
    public static IServiceCollection AddResourceNaming(this IServiceCollection services)
    {
        services.AddOptions<ResourceNaming>().BindSettings(HostSettings.Section);
        services.AddSingleton<IValidateOptions<ResourceNaming>, ResourceNamingValidator>();
        return services;
    }
}
