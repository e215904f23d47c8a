using System.Text.Json.Nodes;

namespace Workers.Tests.Producer;

public sealed class WhenAnIdempotencyKeyIsGiven(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly object Order =
        new { customerId = "CUST-1", amount = 10m, items = new[] { new { productId = "LAPTOP-001", quantity = 1 } } };

    [Fact]
    public async Task A_repeated_request_has_the_first_one_s_answer_and_publishes_nothing()
    {
        using var first = await producer.SendAsync(HttpMethod.Post, "/orders", Order, "key-1");
        var published = producer.Bus.Calls;
        using var second = await producer.SendAsync(HttpMethod.Post, "/orders", Order, "key-1");

        Assert.Equal((first.StatusCode, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(await BodyAsync(first), await BodyAsync(second));
        Assert.Equal(published, producer.Bus.Calls);
        Assert.Matches("^/orders/ORD-[0-9a-f]{20}$", first.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_repeated_event_is_told_with_the_time_of_the_first()
    {
        var restock = new { eventType = "InventoryUpdate", productId = "P", restock = 1 };

        var (_, first) = await producer.PostAsync("/events", restock, "key-of-event");
        var (_, second) = await producer.PostAsync("/events", restock, "key-of-event");

        Assert.True(JsonNode.DeepEquals(first, second), $"{first}\n{second}");
    }

    [Theory]
    [InlineData("/inventory/P/restock", """{"quantity":5}""", """{"quantity":50}""")]
    [InlineData("/events", """{"eventType":"InventoryUpdate","productId":"P","restock":1}""",
        """{"eventType":"OrderPlaced","customerId":"C","amount":1,"items":[{"productId":"P","quantity":1}]}""")]
    public async Task Another_body_under_the_key_is_refused(string path, string first, string other)
    {
        await producer.PostAsync(path, JsonNode.Parse(first)!, $"key-of-{path}");
        var published = producer.Bus.Calls;
        var (status, problem) = await producer.PostAsync(path, JsonNode.Parse(other)!, $"key-of-{path}");

        Assert.Equal(422, status);
        Assert.Contains("Nothing was published", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal(published, producer.Bus.Calls);
    }

    [Fact]
    public async Task A_body_that_is_written_otherwise_is_the_same_body()
    {
        const string One = """{"customerId":"\u0043","amount":10,"items":[{"productId":"P","quantity":1}]}""";
        const string Other = """{ "items": [ {"quantity":1, "productId":"P"} ], "amount": 1.00e1, "customerId": "C" }""";

        var (_, first) = await producer.PostAsync("/orders", JsonNode.Parse(One)!, "key-written");
        var (status, second) = await producer.PostAsync("/orders", JsonNode.Parse(Other)!, "key-written");

        Assert.Equal(202, status);
        Assert.Equal((string?)first["eventId"], (string?)second["eventId"]);
    }

    [Fact]
    public async Task Many_at_once_are_one_event()
    {
        var before = producer.Bus.Taken.Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => producer.PostAsync("/orders", Order, "key-of-many")));

        Assert.Equal(before + 1, producer.Bus.Taken.Count);
        Assert.All(answers, answer => Assert.True(answer.Status is 202 or 409, answer.Body.ToJsonString()));
        Assert.Single(answers.Where(answer => answer.Status == 202).Select(answer => (string?)answer.Body["eventId"]).Distinct());
    }

    [Fact]
    public async Task What_is_not_valid_leaves_the_key_free()
    {
        await producer.PostAsync("/inventory/P/restock", new { quantity = 0 }, "key-of-invalid");
        var (status, _) = await producer.PostAsync("/inventory/P/restock", new { quantity = 1 }, "key-of-invalid");

        Assert.Equal(202, status);
    }

    [Fact]
    public async Task Another_key_or_another_route_is_another_event()
    {
        var (_, first) = await producer.PostAsync("/orders", Order, "key-2");
        var (_, other) = await producer.PostAsync("/orders", Order, "key-3");
        var (_, route) = await producer.PostAsync("/inventory/P/restock", new { quantity = 1 }, "key-2");

        Assert.Distinct([(string?)first["eventId"], (string?)other["eventId"], (string?)route["eventId"]]);
    }

    [Theory]
    [InlineData("/Orders")]
    [InlineData("/orders/")]
    public async Task A_route_that_is_written_otherwise_is_the_same_route(string path)
    {
        var (_, first) = await producer.PostAsync("/orders", Order, $"key-of-{path}");
        var (_, second) = await producer.PostAsync(path, Order, $"key-of-{path}");

        Assert.Equal((string?)first["eventId"], (string?)second["eventId"]);
    }

    [Fact]
    public async Task What_a_route_is_about_is_told_apart_by_case()
    {
        var (_, first) = await producer.PostAsync("/inventory/p/restock", new { quantity = 1 }, "key-of-p");
        var (_, other) = await producer.PostAsync("/inventory/P/restock", new { quantity = 1 }, "key-of-p");

        Assert.NotEqual((string?)first["eventId"], (string?)other["eventId"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("two words")]
    [InlineData("back\\slash")]
    [InlineData("\"half")]
    [InlineData("tab\tkey")]
    [InlineData("257")]
    public async Task A_key_that_is_none_is_refused_by_name(string key)
    {
        var (status, problem) = await producer.PostAsync("/orders", Order, key == "257" ? new string('k', 257) : key);

        Assert.Equal(400, status);
        Assert.NotNull(problem["errors"]!["Idempotency-Key"]);
    }

    [Fact]
    public async Task A_key_in_quotes_is_the_key_without_them()
    {
        var (_, first) = await producer.PostAsync("/orders", Order, "key-in-quotes");
        var (_, second) = await producer.PostAsync("/orders", Order, "\"key-in-quotes\"");

        Assert.Equal((string?)first["eventId"], (string?)second["eventId"]);
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
