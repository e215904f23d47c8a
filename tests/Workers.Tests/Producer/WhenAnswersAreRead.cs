using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Workers.Tests.Producer;

public sealed class WhenAnswersAreRead(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly string LongId = new('x', 129);

    [Fact]
    public async Task An_id_that_no_order_and_no_product_has_is_not_found()
    {
        Assert.Equal(404, await StatusAsync($"/orders/{LongId}"));
        Assert.Equal(404, await StatusAsync($"/inventory/{LongId}"));
    }

    [Theory]
    [InlineData("/inventory?limit=0")]
    [InlineData("/inventory?limit=501")]
    [InlineData("/inventory?limit=many")]
    [InlineData("/analytics/products?top=101")]
    [InlineData("/analytics/summary?from=2026-01-15T10:00:30Z")]
    [InlineData("/analytics/conversions?from=2026-01-15T10:00:00Z")]
    [InlineData("/analytics/summary?from=yesterday")]
    public async Task A_query_that_is_out_of_range_is_refused(string path) => Assert.Equal(400, await StatusAsync(path));

    [Theory]
    [InlineData("/inventory?limit=many", "limit")]
    [InlineData("/analytics/products?top=ten", "top")]
    [InlineData("/analytics/summary?from=yesterday", "from")]
    [InlineData("/analytics/conversions?to=tomorrow", "to")]
    public async Task A_query_that_cannot_be_read_is_named(string path, string field)
    {
        using var response = await producer.Http.GetAsync(path, TestContext.Current.CancellationToken);

        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.NotNull(problem!["errors"]?[field]);
    }

    [Fact]
    public async Task A_HEAD_is_answered_as_the_GET_that_it_goes_with_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/orders/{LongId}");
        using var response = await producer.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.True(response.Headers.Contains("Retry-After"));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_table_that_does_not_answer_is_503_and_not_500()
    {
        await using var producer = new ProducerHost { Settings = { ["AWS:ServiceUrl"] = "http://127.0.0.1:9" } };
        await producer.InitializeAsync();
        using var response = await producer.Http.GetAsync("/orders/ORD-1", TestContext.Current.CancellationToken);

        Assert.Equal(503, (int)response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.NotNull(problem!["title"]);
    }

    private async Task<int> StatusAsync(string path)
    {
        using var response = await producer.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
