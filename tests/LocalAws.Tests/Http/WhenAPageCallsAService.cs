using System.Net;

namespace LocalAws.Tests.Http;

/// <summary>A page that this machine serves calls the services as a program does; a browser asks for it first.</summary>
public sealed class WhenAPageCallsAService : HttpSpec
{
    [Theory]
    [InlineData("http://localhost:3000")]
    [InlineData("https://127.0.0.1")]
    [InlineData("http://[::1]:8080")]
    public async Task It_may_and_reads_the_answer(string origin)
    {
        using var asked = await AskAsync(origin);
        using var called = await SendAsync(Request(HttpMethod.Post, origin));

        Assert.True(asked.IsSuccessStatusCode);
        Assert.Equal(origin, Header(asked, "Access-Control-Allow-Origin"));
        Assert.Equal("content-type,x-amz-target", Header(asked, "Access-Control-Allow-Headers"));
        Assert.Contains("POST", Header(asked, "Access-Control-Allow-Methods")!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, called.StatusCode);
        Assert.Equal((origin, "Origin"), (Header(called, "Access-Control-Allow-Origin"), Header(called, "Vary")));
        Assert.Contains("x-amzn-RequestId", Header(called, "Access-Control-Expose-Headers")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("null")]
    public async Task A_page_of_another_site_may_not(string origin)
    {
        using var asked = await AskAsync(origin);

        Assert.Null(Header(asked, "Access-Control-Allow-Origin"));
        Assert.Null(Header(asked, "Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task Any_page_may_where_the_server_listens_beyond_this_machine()
    {
        await using var open = await LocalAwsServer.StartAsync(new LocalAwsOptions { Port = 0, Host = "0.0.0.0" }, Cancellation);
        using var request = Request(HttpMethod.Get, "https://shop.example");
        request.RequestUri = new UriBuilder(open.Endpoint) { Host = "127.0.0.1" }.Uri;

        using var response = await SendAsync(request);

        Assert.Equal("https://shop.example", Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_program_is_told_nothing_of_it()
    {
        using var response = await CallAsync("AmazonSQS.ListQueues", "{}");

        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
    }

    private async Task<HttpResponseMessage> AskAsync(string origin)
    {
        using var request = Request(HttpMethod.Options, origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-amz-target");
        return await SendAsync(request);
    }

    private HttpRequestMessage Request(HttpMethod method, string origin)
    {
        var request = new HttpRequestMessage(method, Server.Endpoint);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("X-Amz-Target", "AmazonSQS.ListQueues");
            request.Content = new StringContent("{}");
        }

        return request;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
