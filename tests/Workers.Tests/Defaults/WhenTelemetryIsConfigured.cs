using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Defaults.Telemetry;

namespace Workers.Tests.Defaults;

public sealed class WhenTelemetryIsConfigured
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("http://collector:4317", "true")]
    public async Task Without_an_endpoint_or_switched_off_nothing_is_collected(string? endpoint, string? disabled)
    {
        await using var app = WorkerHost.Builder(settings: [(Endpoint, endpoint), ("OTEL_SDK_DISABLED", disabled)]).Build();

        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), service => service is TelemetrySession);
    }

    [Fact]
    public async Task With_an_endpoint_a_session_collects()
    {
        await using var app = WorkerHost.Builder(settings: [(Endpoint, "http://collector:4317")]).Build();

        Assert.Contains(app.Services.GetServices<IHostedService>(), service => service is TelemetrySession);
    }

    [Theory]
    [InlineData("collector:s3cret@nowhere", "grpc", Endpoint)]
    [InlineData("http://collector:4318", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL")]
    public async Task What_the_exporter_would_ignore_is_refused_without_being_repeated(string endpoint, string protocol, string named)
    {
        await using var app = WorkerHost.Builder(settings: [(Endpoint, endpoint), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)]).Build();

        var refused = Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
    }
}
