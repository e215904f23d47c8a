using Microsoft.AspNetCore.Server.Kestrel.Core;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Telemetry;

/// <summary>A fleet that has handled one order, drained, and sent its telemetry to a collector.</summary>
public sealed class TracedFleet(AwsEndpoint endpoint) : IAsyncLifetime
{
    public const string OrderId = "ORD-TRACED";

    // Received, confirmed, paid, shipped: the last things that follow from an order.
    private const int Notifications = 4;

    private readonly RunningFleet _fleet = new(endpoint);

    /// <summary>How the fleet speaks to its collector.</summary>
    internal string Protocol { get; init; } = "http/protobuf";

    /// <summary>What the fleet sent.</summary>
    internal OtlpListener Collector { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var http = Protocol == "grpc" ? HttpProtocols.Http2 : HttpProtocols.Http1;
        Collector = await OtlpListener.StartAsync(http, TestContext.Current.CancellationToken);
        _fleet.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Url;
        _fleet.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = Protocol;
        _fleet.Settings["OTEL_EXPORTER_OTLP_HEADERS"] = "x-token=let-me-in";
        _fleet.Settings["Serilog:MinimumLevel:Default"] = "Information";
        _fleet.Settings["Serilog:WriteTo"] = "";   // nowhere else
        await _fleet.InitializeAsync();
        if (endpoint.IsMoto)
        {
            return;
        }

        await _fleet.StockAsync("traced", 5);
        await _fleet.PlaceAsync(OrderId, "traced");
        await _fleet.OrderBecomesAsync(OrderId, "Completed");
        await _fleet.StockBecomesAsync("traced", available: 4, reserved: 0, shipped: 1);
        await Eventually.TrueAsync("the sent notifications are counted", async () => await NotificationsAsync() >= Notifications);
        await _fleet.FindAsync("/health/ready");
        await _fleet.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        await Collector.DisposeAsync();
    }

    /// <summary>Skips a spec by name where workers cannot run side by side.</summary>
    public void RequireTransactions() => _fleet.RequireTransactions();

    private async Task<int> NotificationsAsync() =>
        (int?)(await _fleet.FindAsync("/analytics/summary"))?["notifications"]?["log"] ?? 0;
}
