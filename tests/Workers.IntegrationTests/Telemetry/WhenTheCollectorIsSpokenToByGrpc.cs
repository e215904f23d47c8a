using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Telemetry;

public sealed class WhenTheCollectorIsSpokenToByGrpc : IAsyncLifetime
{
    private readonly TracedFleet _fleet;

    public WhenTheCollectorIsSpokenToByGrpc(AwsEndpoint endpoint)
    {
        _fleet = new(endpoint) { Protocol = "grpc" };
        _fleet.RequireTransactions();
    }

    public ValueTask InitializeAsync() => _fleet.InitializeAsync();

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public void Every_service_sends_its_spans_its_metrics_and_its_logs_with_the_configured_headers()
    {
        var collector = _fleet.Collector;

        foreach (var service in (string[])["producer", "inventory", "notification", "analytics"])
        {
            Assert.Contains(collector.Spans, span => span.Service == service);
            Assert.Contains(collector.Metrics, metric => metric.Service == service);
            Assert.Contains(collector.Logs, log => log.Service == service);
        }

        Assert.All(collector.Tokens, token => Assert.Equal("let-me-in", token));
    }
}
