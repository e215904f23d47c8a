namespace Workers.Defaults.Telemetry;

/// <summary>
/// Where telemetry goes: read from OpenTelemetry's own settings, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin. The exporters
/// read the others themselves: headers, timeouts, intervals, <c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>, the sampler.
/// </summary>
internal sealed class TelemetryOptions
{
    /// <summary>The collector's address: http or https.</summary>
    /// <value>Null: nothing is collected or sent.</value>
    public string? Endpoint { get; set; }

    /// <summary>How it is spoken to.</summary>
    /// <value><c>grpc</c> (the default, port 4317 by custom) or <c>http/protobuf</c> (port 4318).</value>
    public string Protocol { get; set; } = "grpc";

    /// <summary>Whether anything is collected and sent.</summary>
    public bool IsOn => Endpoint is not null;
}
