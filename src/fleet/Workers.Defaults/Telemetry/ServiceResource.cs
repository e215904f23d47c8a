using System.Reflection;
using OpenTelemetry.Resources;

namespace Workers.Defaults.Telemetry;

/// <summary>Who the telemetry is of; <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> have the last word.</summary>
/// <param name="Name">The deployable's name.</param>
internal sealed record ServiceResource(string Name)
{
    private static readonly string? Version =
        typeof(ServiceResource).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    // Of the three signals of one instance alike.
    private readonly string _instance = Guid.NewGuid().ToString();

    public void Describe(ResourceBuilder builder) =>
        builder.Clear()
            .AddService(Name, serviceVersion: Version, serviceInstanceId: _instance)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
}
