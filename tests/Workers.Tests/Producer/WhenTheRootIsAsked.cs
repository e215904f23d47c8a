using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Workers.Tests.Producer;

public sealed class WhenTheRootIsAsked(ProducerHost producer) : IClassFixture<ProducerHost>
{
    [Fact]
    public async Task A_program_gets_every_route_of_the_description()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var index = await producer.Http.GetFromJsonAsync<JsonObject>("/", cancellation);
        var description = await producer.Http.GetFromJsonAsync<JsonObject>((string)index!["description"]!, cancellation);

        Assert.Equal(
            description!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key} {path.Key}")).Order(),
            index["routes"]!.AsArray().Select(route => $"{(string)route!["method"]!}".ToLowerInvariant() + $" {(string)route["path"]!}").Order());
    }

    [Fact]
    public async Task A_browser_gets_a_page_that_loads_nothing_from_elsewhere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await producer.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Places an order", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/openapi/v1.json\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }
}
