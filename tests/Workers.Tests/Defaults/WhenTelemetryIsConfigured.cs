using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

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

        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task With_an_endpoint_metrics_and_spans_are_collected()
    {
        await using var app = WorkerHost.Builder(settings: [(Endpoint, "http://collector:4317")]).Build();

        Assert.NotNull(app.Services.GetService<MeterProvider>());
        Assert.NotNull(app.Services.GetService<TracerProvider>());
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
