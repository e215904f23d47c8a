using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LocalAws.Faults;

namespace Workers.Tests.Producer;

public sealed class WhenAwsHangs : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly ProducerHost _producer = new() { PublishesToAws = true, Settings = { ["Workers:Producer:RequestTimeout"] = "00:00:02" } };

    public async ValueTask InitializeAsync()
    {
        await _producer.InitializeAsync();
        _producer.Aws.Faults.Set(1, new FaultRule("*", FaultKind.Latency) { Delay = TimeSpan.FromMinutes(1) });
    }

    public ValueTask DisposeAsync() => _producer.DisposeAsync();

    [Theory]
    [InlineData("POST", "/inventory/P/restock", null, "Whether the event was published is not known.")]
    [InlineData("POST", "/inventory/P/restock", "key", "Whether the event was published is not known.")]
    [InlineData("GET", "/orders/ORD-1", null, "")]
    [InlineData("GET", "/analytics/summary", null, "")]
    public async Task A_caller_waits_no_longer_than_its_deadline_and_hears_what_is_known(string method, string path, string? key, string advice)
    {
        var watch = Stopwatch.StartNew();
        using var response = await _producer.SendAsync(new(method), path, method == "POST" ? new { quantity = 1 } : null, key);

        Assert.Equal(503, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        if (key is null)
        {
            Assert.StartsWith(advice, (string)problem!["detail"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Readiness_does_not_wait_for_it()
    {
        var watch = Stopwatch.StartNew();
        using var response = await _producer.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
