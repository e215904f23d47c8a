using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Fleet;

public sealed class WhenTheFleetHoldsSecrets : IAsyncLifetime
{
    private const string Secret = "s3cr3t-of-the-fleet";
    private const string SigningSecret = "b2YtdGhlLWZsZWV0LW9mLXRoZS1mbGVldC1vZi10aGUtZmxlZXQ=";
    private const string Payload = "1 Payload Street";

    private readonly string _log = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
    private readonly AwsEndpoint _endpoint;
    private readonly RunningFleet _fleet;

    public WhenTheFleetHoldsSecrets(AwsEndpoint endpoint)
    {
        _endpoint = endpoint;
        _fleet = new(endpoint);
        _fleet.RequireTransactions();
    }

    public async ValueTask InitializeAsync()
    {
        _fleet.Settings["Serilog:MinimumLevel:Default"] = "Verbose";
        foreach (var talker in (string[])["Microsoft", "Microsoft.Hosting.Lifetime", "Microsoft.Extensions.Hosting"])
        {
            _fleet.Settings[$"Serilog:MinimumLevel:Override:{talker}"] = "Verbose";
        }

        _fleet.Settings["Serilog:WriteTo:0:Name"] = "File";
        _fleet.Settings["Serilog:WriteTo:0:Args:path"] = _log;
        _fleet.Settings["Serilog:WriteTo:0:Args:shared"] = "true";
        _fleet.Settings["Serilog:WriteTo:0:Args:formatter"] = "Workers.Defaults.Logging.JsonLines, Workers.Defaults";

        _fleet.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://collector:{Secret}@127.0.0.1:9";
        _fleet.Settings["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-token={Secret}";
        _fleet.Settings["Workers:Notification:Channels:smtp:UserName"] = "shop";
        _fleet.Settings["Workers:Notification:Channels:smtp:Password"] = Secret;
        _fleet.Settings["Workers:Notification:Channels:webhook:Url"] = $"http://127.0.0.1:9/{Secret}?token={Secret}";
        _fleet.Settings["Workers:Notification:Channels:webhook:Secret"] = SigningSecret;
        _fleet.Settings["Workers:Notification:Templates:order-received:0"] = "webhook";   // fails, and says so
        await _fleet.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        File.Delete(_log);
    }

    [Fact]
    public async Task No_log_line_tells_one_nor_a_payload_however_talkative_the_log_is()
    {
        await _fleet.StockAsync("safe", 5);
        await _fleet.PlaceAsync("ORD-SECRET", "safe", shippingAddress: Payload);
        await _fleet.OrderBecomesAsync("ORD-SECRET", "Completed");
        await Eventually.TrueAsync("the webhook has failed", async () => (await LinesAsync()).Any(TellsOfTheWebhook));
        await _fleet.StopAsync();

        var lines = await LinesAsync();
        Assert.Contains(lines, line => line.Contains("\"detailType\":\"Order Placed\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"level\":\"Debug\"", StringComparison.Ordinal));
        foreach (var secret in (string[])[Secret, SigningSecret, Payload, .. _endpoint.Secrets])
        {
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static bool TellsOfTheWebhook(string line) =>
        line.Contains("did not take the notification", StringComparison.Ordinal) && line.Contains("\"Channel\":\"webhook\"", StringComparison.Ordinal);

    /// <summary>The log so far, which others go on writing.</summary>
    private async Task<string[]> LinesAsync()
    {
        await using var file = new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return text.Split('\n');
    }
}
