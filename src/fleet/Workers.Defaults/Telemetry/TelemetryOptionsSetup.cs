using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Workers.Defaults.Telemetry;

/// <summary>Reads OpenTelemetry's settings from the host's configuration, the environment among it, and refuses what would be ignored.</summary>
internal sealed class TelemetryOptionsSetup(IConfiguration configuration)
    : IConfigureOptions<TelemetryOptions>, IValidateOptions<TelemetryOptions>
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolKey = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>Whether telemetry is to be collected, known before there are options.</summary>
    public static bool IsOn(IConfiguration configuration) => EndpointIn(configuration) is not null;

    public void Configure(TelemetryOptions options)
    {
        options.Endpoint = EndpointIn(configuration);
        options.Protocol = configuration[ProtocolKey] is { Length: > 0 } protocol ? protocol : options.Protocol;
    }

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        if (options.Endpoint is { } endpoint && !IsHttpUrl(endpoint))
        {
            errors.AddError($"{EndpointKey} is no absolute http or https URL: no telemetry would arrive anywhere.");
        }

        if (options.IsOn && !Protocols.Contains(options.Protocol))
        {
            errors.AddError($"{ProtocolKey} ({options.Protocol}) must be one of {string.Join(", ", Protocols)}: the exporter would fall back to the first.");
        }

        return errors.Build();
    }

    // Compose and Kubernetes pass on an unset variable as an empty one.
    private static string? EndpointIn(IConfiguration configuration) =>
        configuration[EndpointKey] is { Length: > 0 } endpoint && !configuration.GetValue("OTEL_SDK_DISABLED", false) ? endpoint : null;

    private static bool IsHttpUrl(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
