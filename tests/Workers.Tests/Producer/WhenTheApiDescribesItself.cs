using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Events;

namespace Workers.Tests.Producer;

public sealed class WhenTheApiDescribesItself(ProducerHost producer) : IClassFixture<ProducerHost>
{
    [Theory]
    [InlineData("/events", "post")]
    [InlineData("/orders", "post")]
    [InlineData("/orders/{orderId}/cancel", "post")]
    [InlineData("/shipments/{shipmentId}/delivered", "post")]
    [InlineData("/inventory/{productId}", "put")]
    [InlineData("/inventory/{productId}/restock", "post")]
    public async Task Whatever_publishes_tells_the_faults_of_publishing(string path, string method) =>
        Assert.Subset(await ResponsesAsync(path, method), new HashSet<string>(["400", "401", "403", "408", "409", "413", "415", "422", "429", "503"]));

    [Theory]
    [InlineData("/orders/{orderId}")]
    [InlineData("/orders/{orderId}/events")]
    [InlineData("/orders/board")]
    [InlineData("/customers/{customerId}/orders")]
    [InlineData("/inventory")]
    [InlineData("/inventory/{productId}")]
    [InlineData("/analytics/summary")]
    [InlineData("/analytics/products")]
    [InlineData("/audit/{entity}")]
    public async Task Whatever_reads_tells_that_its_table_may_not_answer(string path) =>
        Assert.Subset(await ResponsesAsync(path, "get"), new HashSet<string>(["400", "401", "403", "429", "503"]));

    [Fact]
    public async Task Whatever_publishes_tells_of_the_idempotency_key()
    {
        var writes = (await DescriptionAsync())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Where(method => method.Key is "post" or "put");

        Assert.All(writes, write => Assert.Contains(
            write.Value!["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "Idempotency-Key"));
    }

    [Theory]
    [InlineData("PlaceOrder", "customerId", "maxLength", 128)]
    [InlineData("PlaceOrder", "items", "minItems", 1)]
    [InlineData("PlaceOrder", "amount", "minimum", 0)]
    [InlineData("CancelOrder", "reason", "maxLength", 1_024)]
    [InlineData("SetStock", "currentStock", "maximum", 1_000_000_000)]
    [InlineData("Restock", "quantity", "minimum", 1)]
    public async Task Fields_tell_the_range_of_their_kind(string schema, string field, string keyword, int bound)
    {
        var description = await DescriptionAsync();

        Assert.Equal(bound, (int)description["components"]!["schemas"]![schema]!["properties"]![field]![keyword]!);
    }

    [Fact]
    public async Task Fields_tell_the_form_of_ids_and_the_step_of_money()
    {
        var fields = (await DescriptionAsync())["components"]!["schemas"]!["PlaceOrder"]!["properties"]!;

        Assert.Equal(IdGrammar.Pattern, (string?)fields["orderId"]!["pattern"]);
        Assert.Equal(0.01m, (decimal)fields["amount"]!["multipleOf"]!);
    }

    [Theory]
    [InlineData("/orders", "post")]
    [InlineData("/orders/{orderId}", "get")]
    public async Task What_may_be_waited_for_tells_of_the_preference(string path, string method) => Assert.Contains(
        (await DescriptionAsync())["paths"]![path]![method]!["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "Prefer");

    [Fact]
    public async Task What_is_posted_is_described_by_its_comments() =>
        Assert.NotNull((await DescriptionAsync())["components"]!["schemas"]!["PlaceOrder"]!["description"]);

    private async Task<JsonNode> DescriptionAsync() =>
        (await producer.Http.GetFromJsonAsync<JsonNode>("/openapi/v1.json", TestContext.Current.CancellationToken))!;

    private async Task<HashSet<string>> ResponsesAsync(string path, string method)
    {
        var description = await DescriptionAsync();
        return [.. description["paths"]![path]![method]!["responses"]!.AsObject().Select(response => response.Key)];
    }
}
