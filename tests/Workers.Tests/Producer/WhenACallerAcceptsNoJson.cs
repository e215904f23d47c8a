using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace Workers.Tests.Producer;

public sealed class WhenACallerAcceptsNoJson(ProducerHost producer) : IClassFixture<ProducerHost>
{
    [Theory]
    [InlineData("text/html", "POST", "/orders", 400)]
    [InlineData("image/png", "POST", "/orders", 400)]
    [InlineData("text/html", "POST", "/inventory/P/restock", 400)]
    [InlineData("text/html", "GET", "/orders/ORD-NONE", 404)]
    [InlineData("text/html", "GET", "/nowhere", 404)]
    [InlineData("application/xml", "DELETE", "/orders", 405)]
    [InlineData("text/plain", "GET", "/inventory?limit=many", 400)]
    public async Task A_problem_is_told_as_JSON_all_the_same_and_is_no_error_of_ours(string accept, string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        using var response = await producer.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty(producer.Log.Of(LogLevel.Error));
    }
}
