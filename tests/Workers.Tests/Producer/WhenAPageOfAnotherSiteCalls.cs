using Microsoft.Extensions.Logging;

namespace Workers.Tests.Producer;

public sealed class WhenAPageOfAnotherSiteCalls(ProducerHost producer) : IClassFixture<ProducerHost>
{
    [Theory]
    [InlineData("https://evil.example", "cross-site", 403)]
    [InlineData("https://evil.example", null, 403)]
    [InlineData(null, "cross-site", 403)]
    [InlineData("null", "same-site", 403)]
    [InlineData("https://shop.example", "cross-site", 202)]
    [InlineData(null, "same-origin", 202)]
    [InlineData(null, null, 202)]
    public async Task A_post_without_a_body_is_taken_from_origins_that_may(string? origin, string? site, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders/ORD-1/cancel");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        using var response = await producer.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public void The_log_says_at_start_how_open_the_API_is() =>
        Assert.Contains(producer.Log.Of(LogLevel.Information), line => line.Contains("need not sign in", StringComparison.Ordinal));

    [Fact]
    public async Task A_host_name_that_is_not_ours_is_refused()
    {
        await using var producer = new ProducerHost { Settings = { ["AllowedHosts"] = "api.example" } };
        await producer.InitializeAsync();

        using var response = await producer.Http.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
