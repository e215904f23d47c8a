namespace Workers.Tests.Producer;

public sealed class WhenACallerAsksTooOften : IAsyncLifetime
{
    private readonly ProducerHost _producer = new() { Settings = { ["Workers:Producer:RequestsPerSecond"] = "3" } };

    public ValueTask InitializeAsync() => _producer.InitializeAsync();

    public ValueTask DisposeAsync() => _producer.DisposeAsync();

    [Fact]
    public async Task It_hears_when_to_come_back_and_probes_are_answered()
    {
        var answers = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            using var response = await _producer.SendAsync(HttpMethod.Get, "/", null);
            answers.Add((int)response.StatusCode);
            if (response.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            {
                Assert.NotNull(response.Headers.RetryAfter?.Delta);
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            }
        }

        Assert.Contains(429, answers);
        Assert.Contains(200, answers);
        using var probe = await _producer.SendAsync(HttpMethod.Get, "/health/ready", null);
        Assert.Equal(200, (int)probe.StatusCode);
    }
}
