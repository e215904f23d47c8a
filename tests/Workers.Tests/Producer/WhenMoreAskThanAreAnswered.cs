using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Workers.Tests.Producer;

public sealed class WhenMoreAskThanAreAnswered : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly ProducerHost _producer = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<(int Status, JsonObject Body)> _first = null!;

    public async ValueTask InitializeAsync()
    {
        _producer.Settings["Workers:Producer:MaxConcurrentRequests"] = "1";
        _producer.Settings["Workers:Producer:RequestTimeout"] = "00:01:00";
        _producer.Bus.Gate = _gate.Task;
        await _producer.InitializeAsync();
        _first = _producer.PostAsync("/inventory/P/restock", new { quantity = 1 });
        while (_producer.Bus.Calls == 0)
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.TrySetResult();
        await _first;
        await _producer.DisposeAsync();
    }

    [Fact]
    public async Task One_more_hears_when_to_come_back()
    {
        using var response = await _producer.Http.GetAsync("/openapi/v1.json", Cancellation);

        Assert.Equal(429, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter?.Delta);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["title"]);
    }

    [Fact]
    public async Task Probes_are_answered()
    {
        using var response = await _producer.Http.GetAsync("/health/live", Cancellation);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task There_is_room_again_once_one_is_answered()
    {
        _gate.SetResult();
        await _first;

        using var response = await _producer.Http.GetAsync("/openapi/v1.json", Cancellation);

        Assert.Equal(200, (int)response.StatusCode);
    }
}
