using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Workers.Contracts.Ranges;

namespace Workers.Tests.Producer;

public sealed class WhenAnIdStandsInAPath(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly string[] Odd = ["2026/0001", "A/B", ".", "..", "a\0b", "tab\t", "line\nline", "é", "a b", "%2F", "a%2Fb", "?x=1", "#", "\\", "a..b"];

    [Fact]
    public async Task What_is_accepted_answers_at_its_Location_and_what_is_refused_is_named()
    {
        Assert.SkipWhen(new IdAttribute().IsValid("A/B"), "the rule of ids does not yet keep out what a path cannot carry");
        var generated = Gen.Sample(ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get), 60);
        foreach (var orderId in Odd.Concat(generated))
        {
            await CheckAsync(orderId);
        }
    }

    [Theory]
    [InlineData("POST", "/orders/LONG/cancel", """{}""", "orderId")]
    [InlineData("PUT", "/inventory/LONG", """{"currentStock":1}""", "productId")]
    [InlineData("POST", "/inventory/LONG/restock", """{"quantity":1}""", "productId")]
    public async Task A_path_that_holds_no_id_is_refused_by_name(string method, string path, string body, string field)
    {
        var withId = path.Replace("LONG", new string('x', 129), StringComparison.Ordinal);
        using var response = await producer.SendAsync(new(method), withId, JsonNode.Parse(body)!);

        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.NotNull(problem!["errors"]![field]);
    }

    private async Task CheckAsync(string orderId)
    {
        var order = new { orderId, customerId = "CUST-1", amount = 10, items = new[] { new { productId = "LAPTOP-001", quantity = 1 } } };
        using var response = await producer.SendAsync(HttpMethod.Post, "/orders", order);
        if (response.IsSuccessStatusCode)
        {
            await producer.RecordAsync(orderId, "CUST-1");
            var found = await producer.Http.GetFromJsonAsync<JsonObject>(response.Headers.Location, TestContext.Current.CancellationToken);
            Assert.Equal(orderId, (string?)found!["orderId"]);
            return;
        }

        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.NotNull(problem!["errors"]?["orderId"]);
    }
}
