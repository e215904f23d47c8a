using System.Net;

namespace LocalAws.Tests.Http;

/// <summary>A developer's browser reaches loopback too, for whatever page is open in it.</summary>
public sealed class WhenAPageOfAnotherSiteAsks : HttpSpec
{
    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Host", "rebound.example")]
    [InlineData("Host", "127.0.0.1.evil.example:4566")]
    public async Task It_resets_nothing_and_reads_nothing(string header, string value)
    {
        using var queue = await CallAsync("AmazonSQS.CreateQueue", """{"QueueName":"kept"}""");
        using var reset = await AskAsync(HttpMethod.Post, "/_local/reset", header, value);
        using var faults = await AskAsync(HttpMethod.Delete, "/_local/faults", header, value);
        using var calls = await AskAsync(HttpMethod.Get, "/_local/calls", header, value);
        using var still = await CallAsync("AmazonSQS.GetQueueUrl", """{"QueueName":"kept"}""");

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK],
            [reset.StatusCode, faults.StatusCode, calls.StatusCode, still.StatusCode]);
    }

    [Theory]
    [InlineData("Host", "localhost:4566")]
    [InlineData("Host", "[::1]:4566")]
    [InlineData("Host", "127.0.0.1")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task Its_own_pages_and_whoever_types_the_address_are_answered(string header, string value)
    {
        using var health = await AskAsync(HttpMethod.Get, "/_local/health", header, value);

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(method, new Uri(Server.Endpoint, path));
        request.Headers.TryAddWithoutValidation(header, value);
        return await SendAsync(request);
    }
}
